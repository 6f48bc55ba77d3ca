package dev.pileus.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where one cluster can be reached: the configured endpoints and the members learned of, the one
/// that worked last first. Thread-safe.
final class Addresses {
    private final List<Endpoint> configured;
    private final boolean learning;
    private List<Endpoint> learned = List.of();
    private @Nullable Endpoint preferred;

    /// Fixed endpoints.
    static Addresses fixed(List<Endpoint> endpoints) {
        return new Addresses(endpoints, false);
    }

    /// Endpoints that members are added to as they become known.
    static Addresses learning(List<Endpoint> endpoints) {
        return new Addresses(endpoints, true);
    }

    private Addresses(List<Endpoint> configured, boolean learning) {
        this.configured = List.copyOf(configured);
        this.learning = learning;
    }

    synchronized List<Endpoint> inOrder() {
        var order = new LinkedHashSet<Endpoint>();
        if (preferred != null) {
            order.add(preferred);
        }
        order.addAll(configured);
        order.addAll(learned);
        return List.copyOf(order);
    }

    synchronized void worked(Endpoint endpoint) {
        preferred = endpoint;
    }

    /// The next request begins elsewhere, if there is an elsewhere.
    synchronized void failed(Endpoint endpoint) {
        var order = new ArrayList<>(inOrder());
        if (order.size() > 1 && order.getFirst().equals(endpoint)) {
            preferred = order.get(1);
        }
    }

    /// Replaces what was learned before; members that left are forgotten.
    synchronized void learn(Collection<Endpoint> members) {
        if (!learning) {
            return;
        }
        learned = List.copyOf(members);
        if (preferred != null && !configured.contains(preferred) && !learned.contains(preferred)) {
            preferred = null;
        }
    }
}
