package dev.pileus.api;

/// Which server speaks. Only for names and commands: what a server can do is in its API extensions.
public enum Product {
    INCUS("Incus", "incus"),
    LXD("LXD", "lxc"),
    PILEUS("Pileus", "incus"),
    UNKNOWN("", "incus");

    private final String title;
    private final String command;

    Product(String title, String command) {
        this.title = title;
        this.command = command;
    }

    static Product of(String server) {
        return switch (server) {
            case "incus" -> INCUS;
            case "lxd" -> LXD;
            case "pileus" -> PILEUS;
            default -> UNKNOWN;
        };
    }

    /// The name to show, empty when the server does not tell.
    public String title() {
        return title;
    }

    /// The stock client that drives such a server.
    public String command() {
        return command;
    }
}
