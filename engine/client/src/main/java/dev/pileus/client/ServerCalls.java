package dev.pileus.client;

import dev.pileus.api.Resources;
import dev.pileus.api.Server;
import java.util.LinkedHashMap;
import java.util.Map;

/// `/1.0`: what a server is and how it is configured.
public final class ServerCalls {
    private final Calls calls;

    ServerCalls(Calls calls) {
        this.calls = calls;
    }

    /// The server document; works for untrusted clients as well and then says so.
    ///
    /// @throws ClientException [Failure.NotAServer] if it names no API
    public Server get() {
        var answer = calls.send(Request.root("GET"));
        var server = answer.as(Server.class);
        if (server.auth().isEmpty() && server.apiVersion().isEmpty()) {
            throw answer.failed(new Failure.NotAServer("its /1.0 names no API"));
        }
        return server;
    }

    /// What one member says, its local configuration included; the member must be alive. Empty for
    /// the answering one.
    public Versioned<Server> get(String member) {
        return calls.send(Request.root("GET").query("target", member)).versioned(Server.class);
    }

    /// Changes some settings, and leaves the others; an empty value unsets.
    ///
    /// @param before what the change was made from; somebody else's change since then is a 412
    /// @param member whose local settings are meant; empty for the answering one
    /// @throws IllegalArgumentException if [SettingRules] finds fault with a change
    public void change(Versioned<Server> before, Map<String, String> changes, String member) {
        var faults = SettingRules.check(changes);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("Settings that servers might refuse: " + faults);
        }
        if (!changes.isEmpty()) {
            calls.change(
                    Request.root("PATCH")
                            .query("target", member)
                            .ifMatch(before.etag())
                            .body(Map.of("config", changes)));
        }
    }

    /// Makes the settings what `config` says: changes those that differ and unsets those that it
    /// lacks. Sends only the difference, as a server would take the hidden form of a password for a
    /// new one.
    ///
    /// @throws IllegalArgumentException as [#change]
    public void replace(Versioned<Server> before, Map<String, String> config, String member) {
        var present = before.value().config();
        var changes = new LinkedHashMap<String, String>();
        present.keySet().stream()
                .filter(key -> !config.containsKey(key))
                .forEach(key -> changes.put(key, ""));
        config.forEach((key, value) -> {
            if (!value.equals(present.getOrDefault(key, ""))) {
                changes.put(key, value);
            }
        });
        change(before, changes, member);
    }

    /// Changes any settings of a server that checks everything before it writes: our engine does,
    /// Incus 6.0 does not. An empty value unsets.
    public void set(Map<String, String> changes) {
        if (!changes.isEmpty()) {
            calls.change(Request.root("PATCH").body(Map.of("config", changes)));
        }
    }

    /// The hardware of a member; empty for the answering one.
    public Resources resources(String member) {
        return calls.send(Request.of("GET", "resources").query("target", member))
                .as(Resources.class);
    }
}
