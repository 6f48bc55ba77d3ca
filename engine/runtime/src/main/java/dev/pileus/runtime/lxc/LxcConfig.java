package dev.pileus.runtime.lxc;

import dev.pileus.api.ApiException;
import dev.pileus.domain.instances.Launch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The configuration that liblxc reads, made from a [Launch].
final class LxcConfig {
    /// The first host id of containers that are not privileged, and how many they have.
    private static final String IDS = "0 1000000 1000000000";

    private static final Path SECCOMP = Path.of("/usr/share/lxc/config/common.seccomp");
    private static final List<String> OFFERED_DEVICES = List.of("dev/fuse", "dev/net/tun");
    private static final String DANGEROUS = "sys_time sys_module sys_rawio mac_admin mac_override";

    private final List<String> lines = new ArrayList<>();

    private LxcConfig() {}

    /// @param logs a folder for its log and what it writes to its console
    static String of(Launch launch, ControlGroups groups, Limiting limiting, Path logs) {
        var config = new LxcConfig();
        config.system(launch);
        config.identity(launch);
        groups.config(launch.handle()).forEach(config.lines::add);
        limiting.config(launch.limits()).forEach(config.lines::add);
        config.logs(logs);
        OFFERED_DEVICES.forEach(device ->
                config.set(
                        "lxc.mount.entry",
                        "/%s %s none bind,create=file,optional 0 0".formatted(device, device)));
        launch.mounts().forEach(config::mount);
        config.nics(launch.nics());
        new TreeMap<>(launch.environment())
                .forEach((key, value) -> config.set("lxc.environment", key + "=" + value));
        new TreeMap<>(launch.sysctls())
                .forEach((key, value) -> config.set("lxc.sysctl." + key, value));
        new TreeMap<>(launch.resources())
                .forEach((key, value) -> config.set("lxc.prlimit." + key, value));
        launch.raw().forEach(config.lines::add);
        return String.join("\n", config.lines) + "\n";
    }

    private void system(Launch launch) {
        set("lxc.uts.name", launch.hostName());
        set("lxc.rootfs.path", "dir:" + launch.rootfs());
        set("lxc.mount.auto", "proc:rw sys:rw cgroup:rw:force");
        set("lxc.autodev", "1");
        set("lxc.tty.max", "0");
        set("lxc.pty.max", "1024");
        set("lxc.apparmor.profile", "unconfined");
        if (Files.isReadable(SECCOMP)) {
            set("lxc.seccomp.profile", SECCOMP.toString());
            set("lxc.seccomp.allow_nesting", launch.nesting() ? "1" : "0");
        }
    }

    private void identity(Launch launch) {
        if (launch.privileged()) {
            set("lxc.cap.drop", DANGEROUS);
            return;
        }
        set("lxc.idmap", "u " + IDS);
        set("lxc.idmap", "g " + IDS);
        set("lxc.rootfs.options", "idmap=container");
    }

    private void logs(Path logs) {
        set("lxc.log.file", logs.resolve("lxc.log").toString());
        set("lxc.log.level", "WARN");
        set("lxc.console.logfile", logs.resolve("console.log").toString());
        set("lxc.console.buffer.size", "auto");
    }

    private void mount(Launch.Mount mount) {
        var kind = Files.isDirectory(mount.source()) ? "rbind,create=dir" : "bind,create=file";
        set(
                "lxc.mount.entry",
                "%s %s none %s%s%s 0 0"
                        .formatted(
                                word(mount.source().toString()),
                                word(mount.target().substring(1)),
                                kind,
                                mount.readOnly() ? ",ro" : "",
                                mount.shifted() ? ",idmap=container" : ""));
    }

    /// Words of mount tables are separated by spaces.
    private static String word(String path) {
        return path.replace("\\", "\\134").replace(" ", "\\040").replace("\t", "\\011");
    }

    private void nics(List<Launch.Nic> nics) {
        if (nics.isEmpty()) {
            set("lxc.net.0.type", "empty");
        }
        for (var i = 0; i < nics.size(); i++) {
            nic("lxc.net." + i + ".", nics.get(i));
        }
    }

    private void nic(String prefix, Launch.Nic nic) {
        set(
                prefix + "type",
                switch (nic.kind()) {
                    case BRIDGED, POINT_TO_POINT -> "veth";
                    case MACVLAN -> "macvlan";
                    case PHYSICAL -> "phys";
                });
        set(prefix + "flags", "up");
        set(prefix + "name", nic.name());
        if (nic.kind() == Launch.Nic.Kind.MACVLAN) {
            set(prefix + "macvlan.mode", "bridge");
        }
        unlessEmpty(prefix + "link", nic.parent());
        unlessEmpty(prefix + "hwaddr", nic.hardwareAddress());
        if (nic.kind() == Launch.Nic.Kind.BRIDGED || nic.kind() == Launch.Nic.Kind.POINT_TO_POINT) {
            unlessEmpty(prefix + "veth.pair", nic.hostName());
        }
        unlessEmpty(prefix + "mtu", nic.mtu() == 0 ? "" : Integer.toString(nic.mtu()));
    }

    private void unlessEmpty(String key, String value) {
        if (!value.isEmpty()) {
            set(key, value);
        }
    }

    /// A value with a line break could bring keys of its own.
    private void set(String key, String value) {
        var line = key + " = " + value;
        if (line.chars().anyMatch(character -> character < ' ' && character != '\t')) {
            throw new ApiException(400, "The value of %s has a control character".formatted(key));
        }
        lines.add(line);
    }
}
