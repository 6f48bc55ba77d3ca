package dev.pileus.runtime.resources;

import dev.pileus.api.HostResources;
import dev.pileus.runtime.HostFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Network cards: interfaces that have a device.
final class NetworkCards {
    private static final String NET = "sys/class/net/";
    private static final int ETHERNET = 1;
    private static final Pattern PCI =
            Pattern.compile("[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]");

    private final HostFiles files;

    NetworkCards(HostFiles files) {
        this.files = files;
    }

    HostResources.Network read() {
        var byDevice = new TreeMap<String, List<String>>();
        for (var name : files.names(NET)) {
            files.target(NET + name + "/device")
                    .ifPresent(device ->
                            byDevice.computeIfAbsent(device.toString(), none -> new ArrayList<>())
                                    .add(name));
        }
        var cards = byDevice.entrySet().stream().map(this::card).toList();
        return new HostResources.Network(cards, cards.size());
    }

    private HostResources.Card card(Map.Entry<String, List<String>> card) {
        var device = NET + card.getValue().getFirst() + "/device";
        return new HostResources.Card(
                orNull(files.linkName(device + "/driver")),
                card.getValue().stream().map(this::port).toList(),
                (int) Math.max(0, files.number(device + "/numa_node").orElse(0)),
                orNull(pciAddress(card.getKey())),
                orNull(id(device + "/vendor")),
                orNull(id(device + "/device")));
    }

    private HostResources.Port port(String name) {
        var speed = files.number(NET + name + "/speed").orElse(-1);
        return new HostResources.Port(
                name,
                orNull(files.text(NET + name + "/address")),
                (int) files.number(NET + name + "/dev_port").orElse(0),
                files.number(NET + name + "/type").orElse(0) == ETHERNET ? "ethernet" : "unknown",
                false,
                files.flag(NET + name + "/carrier"),
                speed > 0 ? (int) speed : null,
                speed > 0 ? orNull(files.text(NET + name + "/duplex")) : null);
    }

    private Optional<String> id(String path) {
        return files.text(path).map(id -> id.startsWith("0x") ? id.substring(2) : id);
    }

    /// The last part of the device's path that is one.
    private static Optional<String> pciAddress(String device) {
        var address = Optional.<String>empty();
        for (var part : device.split("/", -1)) {
            if (PCI.matcher(part).matches()) {
                address = Optional.of(part);
            }
        }
        return address;
    }

    private static @Nullable String orNull(Optional<String> value) {
        return value.orElse(null);
    }
}
