package dev.pileus.client.remotes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the stock clients keep their configuration, and where servers on this machine listen.
final class Locations {
    private static final String SOCKET = "unix.socket";

    private final StockClient client;
    private final Surroundings surroundings;

    Locations(StockClient client, Surroundings surroundings) {
        this.client = client;
        this.surroundings = surroundings;
    }

    /// Configuration directories of the user: the one of today's client first, then those of older
    /// ones and of the snap. `INCUS_CONF` or `LXD_CONF` replaces them all.
    List<Path> userDirectories() {
        var own = surroundings.variable(client.variable("CONF"));
        if (own.isPresent()) {
            return List.of(Path.of(own.get()));
        }
        var home = surroundings.home();
        var usual = home.resolve(".config").resolve(client.command());
        return switch (client) {
            case INCUS -> Stream.of(platformDirectory(), usual).distinct().toList();
            case LXC ->
                    List.of(
                            usual,
                            home.resolve("snap/lxd/common/config"),
                            home.resolve("snap/lxd/current/.config/lxc"));
        };
    }

    /// What the machine's admin set up for everybody.
    Path globalDirectory() {
        var stock = client == StockClient.INCUS ? "etc/incus" : "etc/lxd";
        return surroundings
                .variable(client.variable("GLOBAL_CONF"))
                .map(Path::of)
                .orElseGet(() -> surroundings.root().resolve(stock));
    }

    /// The socket that the stock client would open: of those that exist the first that this user
    /// may open, or else just the first.
    Optional<Path> socket() {
        var present = sockets().filter(Files::exists).toList();
        return present.stream()
                .filter(Files::isWritable)
                .findFirst()
                .or(() -> present.stream().findFirst());
    }

    private Stream<Path> sockets() {
        var socket = surroundings.variable(client.variable("SOCKET"));
        if (socket.isPresent()) {
            return Stream.of(Path.of(socket.get()));
        }
        var directory = surroundings.variable(client.variable("DIR"));
        var directories =
                directory.isPresent()
                        ? Stream.of(Path.of(directory.get()))
                        : stateDirectories().map(surroundings.root()::resolve);
        // the second one is for users who are confined to a project of their own
        return directories.flatMap(
                dir -> Stream.of(dir.resolve(SOCKET), dir.resolve(SOCKET + ".user")));
    }

    private Stream<String> stateDirectories() {
        return switch (client) {
            case INCUS -> Stream.of("run/incus", "var/lib/incus");
            case LXC -> Stream.of("var/snap/lxd/common/lxd", "var/lib/lxd");
        };
    }

    /// As Incus has it since 7.2.
    private Path platformDirectory() {
        var home = surroundings.home();
        var base =
                switch (surroundings.system()) {
                    case LINUX -> variable("XDG_CONFIG_HOME", home.resolve(".config"));
                    case MACOS -> home.resolve("Library/Application Support");
                    case WINDOWS -> variable("AppData", home.resolve("AppData/Roaming"));
                };
        return base.resolve(client.command());
    }

    private Path variable(String name, Path otherwise) {
        return surroundings.variable(name).map(Path::of).orElse(otherwise);
    }
}
