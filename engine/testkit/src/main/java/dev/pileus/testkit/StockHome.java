package dev.pileus.testkit;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Somebody who uses the stock clients, with configurations of his own that begin empty, and
/// nothing of the developer's environment.
///
/// @param folder where their configurations are kept
/// @param stateDir of the server that they reach through its socket
public record StockHome(Path folder, Path stateDir) {
    public Command incus(String... arguments) {
        return command("incus", "INCUS", arguments);
    }

    public Command lxc(String... arguments) {
        return command("lxc", "LXD", arguments);
    }

    private Command command(String client, String prefix, String... arguments) {
        var words = new String[arguments.length + 1];
        words[0] = client;
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return Command.of(words).in(environment(client, prefix));
    }

    private Map<String, String> environment(String client, String prefix) {
        var environment = new HashMap<String, String>();
        environment.put("PATH", Programs.PATH);
        environment.put("HOME", folder.toString());
        environment.put("LANG", "C.UTF-8");
        environment.put(prefix + "_CONF", folder.resolve(client).toString());
        environment.put(prefix + "_DIR", stateDir.toString());
        return environment;
    }
}
