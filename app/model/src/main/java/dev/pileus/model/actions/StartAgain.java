package dev.pileus.model.actions;

import dev.pileus.api.InstanceStateChange;
import dev.pileus.client.Accepted;
import dev.pileus.client.ClientException;
import dev.pileus.client.OperationOutcome;
import dev.pileus.client.ServerApi;
import dev.pileus.model.store.InstanceKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Starts instances that a failed evacuation or restore has left stopped: Incus 6.0 and LXD do not
/// do so themselves (CONTRACT 23, client 10).
public final class StartAgain {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int DEFAULT_TIMEOUT = -1;

    private final ServerApi server;

    public StartAgain(ServerApi server) {
        this.server = server;
    }

    /// Starts one after the other; blocks.
    ///
    /// @return those that did not start, each with the server's own words
    public SequencedMap<InstanceKey, String> start(List<InstanceKey> instances) {
        SequencedMap<InstanceKey, String> failed = new LinkedHashMap<>();
        for (var instance : instances) {
            var words = start(instance);
            if (!words.isEmpty()) {
                failed.put(instance, words);
            }
        }
        return failed;
    }

    private String start(InstanceKey instance) {
        var change = new InstanceStateChange("start", DEFAULT_TIMEOUT, false, false);
        try {
            var accepted = server.instances().change(instance.project(), instance.name(), change);
            return switch (accepted) {
                case Accepted.Done() -> "";
                case Accepted.Running(var operation) ->
                        server.operations().await(operation, PATIENCE)
                                        instanceof OperationOutcome.Failed(var _, var error)
                                ? error
                                : "";
            };
        } catch (ClientException refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
