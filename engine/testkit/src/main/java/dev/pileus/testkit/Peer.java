package dev.pileus.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The products, and where they differ for somebody who starts them.
enum Peer {
    INCUS(
            "Incus",
            "INCUS",
            "incusd",
            "incus",
            "incus admin init --preseed",
            "apt-get install -t bookworm-backports incus incus-client"),
    LXD("LXD", "LXD", "lxd", "lxc", "lxd init --preseed", "apt-get install lxd lxd-client"),
    /// Our own engine, as built last, driven by the client of Incus.
    PILEUS(
            "Pileus",
            "INCUS",
            "pileus",
            "incus",
            "incus admin init --preseed",
            "apt-get install -t bookworm-backports incus-client");

    private final String title;
    private final String prefix;
    private final String daemon;
    private final String client;
    private final String init;
    private final String installation;

    Peer(
            String title,
            String prefix,
            String daemon,
            String client,
            String init,
            String installation) {
        this.title = title;
        this.prefix = prefix;
        this.daemon = daemon;
        this.client = client;
        this.init = init;
        this.installation = installation;
    }

    String title() {
        return title;
    }

    String client() {
        return client;
    }

    /// The command that reads a preseed from standard input.
    List<String> init() {
        return List.of(init.split(" ", -1));
    }

    /// What is missing to run this peer here, with the command that installs it; empty when
    /// nothing.
    Optional<String> missing() {
        if (this == PILEUS && PileusDoor.find().isEmpty()) {
            return Optional.of("The engine is not built: ./pileus test, or mvn package");
        }
        var absent = new ArrayList<String>();
        for (var binary : this == PILEUS ? List.of(client) : List.of(daemon, client)) {
            if (Programs.find(binary).isEmpty()) {
                absent.add(binary);
            }
        }
        if (!absent.isEmpty()) {
            return Optional.of(
                    "%s is not installed (no %s): %s"
                            .formatted(title, String.join(", ", absent), installation));
        }
        if (!runsInstances()) {
            return Optional.empty();
        }
        if (!Files.isExecutable(GuestImage.BUSYBOX)) {
            return Optional.of(
                    "No %s for containers: apt-get install busybox-static"
                            .formatted(GuestImage.BUSYBOX));
        }
        if (!ContainerTools.isRoot()) {
            return Optional.of("%s daemons need root: run the tests as root".formatted(title));
        }
        return Optional.empty();
    }

    /// Whether a cluster of it can have containers; ours does without where it has to.
    boolean runsInstances() {
        return this != PILEUS || ContainerTools.missing().isEmpty();
    }

    List<String> daemonCommand(Path stateDir, Path logFile) {
        if (this == PILEUS) {
            var door = PileusDoor.find().orElseThrow(() -> new IllegalStateException("No door"));
            return List.of(door.toString(), "engine", "daemon", "--state-dir", stateDir.toString());
        }
        var binary =
                Programs.find(daemon).orElseThrow(() -> new IllegalStateException("No " + daemon));
        return List.of(binary.toString(), "--logfile", logFile.toString(), "--group", "root");
    }

    /// Nothing of the developer's own environment gets in: no proxy, no remote, no project.
    Map<String, String> clientEnvironment(Path root, Path stateDir) {
        return Map.of(
                "PATH",
                Programs.PATH,
                "HOME",
                root.toString(),
                "LANG",
                "C.UTF-8",
                prefix + "_CONF",
                root.resolve("client").toString(),
                prefix + "_DIR",
                stateDir.toString());
    }

    /// The template directory is empty on purpose: the one of the host brings hooks of lxcfs, and
    /// among them `lxc.reboot.hook`, which sleeps half a second at every stop. The list of instance
    /// types would be fetched from the internet.
    Map<String, String> daemonEnvironment(Path root, Path stateDir) {
        if (this == PILEUS) {
            return PileusDoor.environment(root);
        }
        return Map.of(
                "PATH",
                Programs.PATH,
                "HOME",
                root.toString(),
                "LANG",
                "C.UTF-8",
                prefix + "_DIR",
                stateDir.toString(),
                prefix + "_LXC_TEMPLATE_CONFIG",
                root.resolve("templates").toString(),
                prefix + "_SKIP_INSTANCE_TYPES",
                "true",
                HostTraces.MARK,
                root.toString());
    }
}
