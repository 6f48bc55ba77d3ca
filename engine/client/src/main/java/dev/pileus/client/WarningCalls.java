package dev.pileus.client;

import dev.pileus.api.Warning;
import java.util.List;
import java.util.Map;

/// `/1.0/warnings`: what the servers want an admin to know.
public final class WarningCalls {
    private final Calls calls;

    WarningCalls(Calls calls) {
        this.calls = calls;
    }

    public List<Warning> list() {
        return calls.send(Request.of("GET", "warnings").query("recursion", "1"))
                .listOf(Warning.class);
    }

    /// Marks a warning as seen.
    public void acknowledge(String uuid) {
        var status = Map.of("status", "acknowledged");
        calls.change(Request.of("PUT", "warnings", uuid).body(status));
    }

    public void delete(String uuid) {
        calls.change(Request.of("DELETE", "warnings", uuid));
    }
}
