package dev.pileus.client.remotes;

/// Whose remotes they are.
public enum StockClient {
    INCUS("incus", "INCUS", "INCUS_REMOTE"),
    LXC("lxc", "LXD", "LXC_REMOTE");

    private final String command;
    private final String variables;
    private final String remoteVariable;

    StockClient(String command, String variables, String remoteVariable) {
        this.command = command;
        this.variables = variables;
        this.remoteVariable = remoteVariable;
    }

    /// The command, which is also the name of its configuration directory.
    public String command() {
        return command;
    }

    /// An environment variable of this client, such as `INCUS_CONF`.
    String variable(String suffix) {
        return variables + "_" + suffix;
    }

    /// The variable that overrides the default remote.
    String remoteVariable() {
        return remoteVariable;
    }
}
