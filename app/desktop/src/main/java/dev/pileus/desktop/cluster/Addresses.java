package dev.pileus.desktop.cluster;

import dev.pileus.api.Instance;
import java.util.List;

/// The addresses of an instance that others can reach, as the stock client lists them.
public final class Addresses {
    private Addresses() {}

    public static List<String> ipv4(Instance instance) {
        return of(instance, "inet");
    }

    public static List<String> ipv6(Instance instance) {
        return of(instance, "inet6");
    }

    private static List<String> of(Instance instance, String family) {
        var state = instance.state();
        if (state == null) {
            return List.of();
        }
        return state.network().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("lo"))
                .flatMap(entry -> entry.getValue().addresses().stream())
                .filter(address -> address.family().equals(family))
                .filter(address -> address.scope().equals("global"))
                .map(address -> address.address())
                .sorted()
                .toList();
    }
}
