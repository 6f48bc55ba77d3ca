package dev.pileus.domain.instances;

import dev.pileus.domain.options.Options;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// What interfaces are called that have not been called anything: their names and addresses, which
/// stay, and their ends on the host, which are new each time. Kept with the instance as long as it
/// has them.
final class NicNames {
    /// The beginning of the addresses.
    private static final String HARDWARE = "10:66:6a";

    private static final Pattern KEPT =
            Pattern.compile("volatile\\.(.+)\\.(hwaddr|host_name|name)");

    private static final Set<String> ENDLESS = Set.of("macvlan", "physical");

    private final RandomGenerator random;

    NicNames(RandomGenerator random) {
        this.random = random;
    }

    /// Addresses for the interfaces that have none.
    Map<String, String> addresses(
            Map<String, String> config, Map<String, Map<String, String>> devices) {
        var addresses = new TreeMap<String, String>();
        for (var nic : Launches.nics(devices)) {
            var key = key(nic, "hwaddr");
            if (!devices.getOrDefault(nic, Map.of()).containsKey("hwaddr")
                    && !config.containsKey(key)) {
                addresses.put(key, HARDWARE + ":" + HexFormat.ofDelimiter(":").formatHex(bytes(3)));
            }
        }
        return addresses;
    }

    /// Names inside, such as `eth0`, for the interfaces that have none.
    static Map<String, String> names(
            Map<String, String> config, Map<String, Map<String, String>> devices) {
        var names = new TreeMap<String, String>();
        var taken = new HashSet<String>();
        var nameless = new ArrayList<String>();
        for (var nic : Launches.nics(devices)) {
            var name =
                    devices.getOrDefault(nic, Map.of())
                            .getOrDefault("name", config.getOrDefault(key(nic, "name"), ""));
            if (name.isEmpty()) {
                nameless.add(nic);
            } else {
                taken.add(name);
            }
        }
        var number = 0;
        for (var nic : nameless) {
            while (!taken.add("eth" + number)) {
                number++;
            }
            names.put(key(nic, "name"), "eth" + number);
        }
        return names;
    }

    /// New names for the ends of interfaces on the host, where they have one and no name for it.
    Map<String, String> ends(Collection<String> nics, Map<String, Map<String, String>> devices) {
        var names = new TreeMap<String, String>();
        for (var nic : nics) {
            var keys = devices.getOrDefault(nic, Map.of());
            if (!keys.containsKey("host_name")
                    && !ENDLESS.contains(keys.getOrDefault("nictype", ""))) {
                names.put(key(nic, "host_name"), "veth" + HexFormat.of().formatHex(bytes(4)));
            }
        }
        return names;
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    static String key(String device, String key) {
        return "volatile." + device + "." + key;
    }

    /// The keys without those of interfaces that are no more.
    static Map<String, String> withoutGone(
            Map<String, String> config, Map<String, Map<String, String>> devices) {
        var kept = new TreeMap<>(config);
        kept.keySet()
                .removeIf(key -> {
                    var nic = KEPT.matcher(key);
                    return nic.matches() && !devices.containsKey(nic.group(1));
                });
        return Options.present(kept);
    }
}
