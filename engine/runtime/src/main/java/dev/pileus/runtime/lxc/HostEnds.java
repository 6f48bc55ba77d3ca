package dev.pileus.runtime.lxc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The host's ends of pairs of interfaces.
record HostEnds(Map<Pair, String> names) {
    static final HostEnds NONE = new HostEnds(Map.of());

    private static final Path INTERFACES = Path.of("/sys/class/net");

    HostEnds {
        names = Map.copyOf(names);
    }

    /// Two ends that name each other.
    ///
    /// @param here the number of the end on the host
    /// @param there the number of the other one, where that is
    record Pair(int here, int there) {}

    static HostEnds read() {
        var names = new HashMap<Pair, String>();
        try (var interfaces = Files.newDirectoryStream(INTERFACES)) {
            for (var found : interfaces) {
                names.put(
                        new Pair(number(found, "ifindex"), number(found, "iflink")),
                        found.getFileName().toString());
            }
        } catch (IOException e) {
            // one has gone meanwhile: what is known is known
            return new HostEnds(names);
        }
        return new HostEnds(names);
    }

    private static int number(Path found, String file) throws IOException {
        return Integer.parseInt(Files.readString(found.resolve(file)).strip());
    }

    /// Empty where the host has no such end.
    String of(int here, int there) {
        return names.getOrDefault(new Pair(here, there), "");
    }
}
