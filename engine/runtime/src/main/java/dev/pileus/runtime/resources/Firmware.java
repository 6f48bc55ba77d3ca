package dev.pileus.runtime.resources;

import dev.pileus.api.HostResources;
import dev.pileus.runtime.HostFiles;

/// What the machine is called.
final class Firmware {
    private static final String DMI = "sys/class/dmi/id/";

    private final HostFiles files;

    Firmware(HostFiles files) {
        this.files = files;
    }

    HostResources.Machine read() {
        return new HostResources.Machine(
                dmi("product_uuid"),
                dmi("sys_vendor"),
                dmi("product_name"),
                dmi("product_family"),
                dmi("product_version"),
                dmi("product_sku"),
                dmi("product_serial"),
                type());
    }

    private String type() {
        if (files.exists("run/systemd/container") || files.exists(".dockerenv")) {
            return "container";
        }
        var isGuest =
                files.lines("proc/cpuinfo").stream()
                        .filter(line -> line.startsWith("flags"))
                        .anyMatch(line -> (line + " ").contains(" hypervisor "));
        return isGuest ? "virtual-machine" : "physical";
    }

    private String dmi(String name) {
        return files.text(DMI + name).orElse("");
    }
}
