package dev.pileus.desktop;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.pileus.api.Certificate;
import dev.pileus.api.Cluster;
import dev.pileus.api.ClusterGroup;
import dev.pileus.api.ClusterMember;
import dev.pileus.api.Instance;
import dev.pileus.api.Operation;
import dev.pileus.api.Server;
import dev.pileus.api.ServerEnvironment;
import dev.pileus.api.StatusCode;
import dev.pileus.api.Warning;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.Link;
import dev.pileus.model.store.MemberImage;
import dev.pileus.model.store.MemberImage.LoadSample;
import dev.pileus.model.store.MemberLoad;
import dev.pileus.model.store.UnreadPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/// The cluster of the design's pictures: six members in three failure domains, node6 silent since
/// 15:41.
public final class SampleCluster {
    /// 15:42:10 on the day of the pictures.
    public static final Instant NOW = Instant.parse("2026-11-20T15:42:10Z");

    /// When node6 was last heard of.
    public static final Instant SILENT_SINCE = Instant.parse("2026-11-20T15:41:10Z");

    private static final long GIB = 1L << 30;

    private SampleCluster() {}

    public static ClusterImage image() {
        return with(instances());
    }

    /// The same as it is while nobody answers.
    public static ClusterImage interrupted(Link.Interrupted link) {
        var image = image();
        return new ClusterImage(
                image.takenAt(),
                link,
                image.server(),
                image.cluster(),
                image.members(),
                image.groups(),
                image.instances(),
                image.operations(),
                image.warnings(),
                image.certificates(),
                image.unread());
    }

    /// The same without the warnings, which the server refused to tell.
    public static ClusterImage withoutWarnings(String reason) {
        var image = image();
        return new ClusterImage(
                image.takenAt(),
                image.link(),
                image.server(),
                image.cluster(),
                image.members(),
                image.groups(),
                image.instances(),
                image.operations(),
                List.of(),
                image.certificates(),
                List.of(new UnreadPart(UnreadPart.Part.WARNINGS, reason)));
    }

    /// The same with other instances.
    public static ClusterImage with(List<Instance> instances) {
        return new ClusterImage(
                NOW,
                new Link.Connected("10.0.1.11:8443", true),
                server(),
                new Cluster("node1", true, List.of()),
                members(),
                groups(),
                instances,
                operations(),
                warnings(),
                certificates(),
                List.of());
    }

    private static Server server() {
        var environment =
                new ServerEnvironment(
                        List.of("10.0.1.11:8443"),
                        List.of("x86_64"),
                        certificate(),
                        "",
                        "lxc | qemu",
                        "6.0.0 | 9.0.2",
                        "Linux",
                        "x86_64",
                        "6.12.0",
                        Map.of(),
                        "Debian GNU/Linux",
                        "13",
                        "default",
                        "incus",
                        true,
                        "full-mesh",
                        "node1",
                        911,
                        "6.0.4");
        return new Server(
                Map.of(),
                List.of(),
                "stable",
                "1.0",
                "trusted",
                false,
                List.of("tls"),
                "",
                "",
                environment);
    }

    /// Good until 2027-02-15, 87 days after the pictures.
    private static String certificate() {
        try (var file = SampleCluster.class.getResourceAsStream("/sample-cluster.crt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), US_ASCII);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<MemberImage> members() {
        return List.of(
                member(
                        "node1",
                        "10.0.1.11",
                        "rack-a",
                        0.35,
                        0.52,
                        41,
                        "database-leader",
                        "database",
                        "event-hub"),
                member("node2", "10.0.1.12", "rack-a", 0.22, 0.40, 12, "database-standby"),
                member("node3", "10.0.2.11", "rack-b", 0.55, 0.61, 41, "database"),
                member(
                        "node4",
                        "10.0.2.12",
                        "rack-b",
                        0.18,
                        0.33,
                        3,
                        "database-standby",
                        "ovn-chassis"),
                member("node5", "10.0.3.11", "rack-c", 0.44, 0.48, 41, "database", "event-hub"),
                silent("node6", "10.0.3.12", "rack-c"));
    }

    private static MemberImage member(
            String name,
            String address,
            String domain,
            double cpu,
            double memory,
            int days,
            String... roles) {
        var load =
                new MemberLoad(
                        cpu * 16,
                        16,
                        (long) (memory * 64 * GIB),
                        64 * GIB,
                        Optional.of(Duration.ofDays(days)));
        var groups =
                name.equals("node2") || name.equals("node4")
                        ? List.of("default", "gpu")
                        : List.of("default");
        return new MemberImage(
                wire(name, address, domain, "Online", "Fully operational", groups, List.of(roles)),
                Optional.of(load),
                history(cpu),
                Optional.empty());
    }

    private static MemberImage silent(String name, String address, String domain) {
        return new MemberImage(
                wire(
                        name,
                        address,
                        domain,
                        "Offline",
                        "No heartbeat for 1m0.4s (2026-11-20 15:41:10 +0000 UTC)",
                        List.of("default"),
                        List.of()),
                Optional.empty(),
                List.of(),
                Optional.of(SILENT_SINCE));
    }

    private static ClusterMember wire(
            String name,
            String address,
            String domain,
            String status,
            String message,
            List<String> groups,
            List<String> roles) {
        return new ClusterMember(
                name,
                "https://" + address + ":8443",
                roles.stream().anyMatch(role -> role.startsWith("database")),
                status,
                message,
                "x86_64",
                roles,
                domain,
                "",
                Map.of(),
                groups);
    }

    private static List<LoadSample> history(double load) {
        return IntStream.range(0, 60)
                .mapToObj(minute ->
                        new LoadSample(
                                NOW.minus(Duration.ofMinutes(60 - minute)),
                                load + 0.12 * Math.sin(minute * 1.3) * Math.cos(minute * 0.37)))
                .toList();
    }

    private static List<ClusterGroup> groups() {
        return List.of(
                new ClusterGroup(
                        "default",
                        "Default cluster group",
                        List.of("node1", "node2", "node3", "node4", "node5", "node6"),
                        Map.of(),
                        List.of()),
                new ClusterGroup(
                        "gpu",
                        "Hosts with graphics cards",
                        List.of("node2", "node4"),
                        Map.of(),
                        List.of()),
                new ClusterGroup("edge", "", List.of(), Map.of(), List.of()));
    }

    private static List<Instance> instances() {
        var instances = new ArrayList<Instance>();
        add(instances, "node1", "web", 8, 1);
        add(instances, "node2", "api", 7, 0);
        add(instances, "node3", "db", 8, 0);
        add(instances, "node4", "gpu-train", 4, 2);
        add(instances, "node5", "cache", 7, 0);
        add(instances, "node6", "batch", 0, 5);
        return instances;
    }

    private static void add(
            List<Instance> instances, String member, String kind, int running, int stopped) {
        for (int number = 1; number <= running + stopped; number++) {
            instances.add(instance("%s-%02d".formatted(kind, number), member, number <= running));
        }
    }

    /// An instance of the default project; `db…` are virtual machines.
    public static Instance instance(String name, String member, boolean running) {
        boolean virtualMachine = name.startsWith("db");
        return new Instance(
                name,
                "default",
                virtualMachine ? "virtual-machine" : "container",
                member.equals("node6") ? "Error" : running ? "Running" : "Stopped",
                member.equals("node6")
                        ? StatusCode.ERROR
                        : running ? StatusCode.RUNNING : StatusCode.STOPPED,
                member,
                "x86_64",
                "",
                false,
                false,
                List.of("default"),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                NOW.minus(Duration.ofDays(90)),
                NOW.minus(Duration.ofDays(2)),
                null);
    }

    private static List<Operation> operations() {
        return List.of(
                operation("6ae1", "Restoring server", "node2", StatusCode.RUNNING, ""),
                operation("9b0c", "Creating instance", "node5", StatusCode.RUNNING, ""));
    }

    private static Operation operation(
            String id, String description, String location, int code, String error) {
        return new Operation(
                id + "4c1e-7b3a-4f44-8e9f-2c4f2b1d0e11",
                "task",
                description,
                NOW.minusSeconds(80),
                NOW.minusSeconds(2),
                code == StatusCode.RUNNING ? "Running" : "Failure",
                code,
                Map.of(),
                Map.of(),
                id.equals("9b0c"),
                error,
                location);
    }

    private static List<Warning> warnings() {
        return List.of(
                new Warning(
                        "1f0e4a52-9c1b-4d0e-a3b0-5c6c52f0a111",
                        "Offline cluster member",
                        "new",
                        "low",
                        "node6",
                        "",
                        "/1.0/cluster/members/node6",
                        3,
                        NOW.minusSeconds(60),
                        NOW.minusSeconds(10),
                        "No heartbeat for 1m0.4s"));
    }

    private static List<Certificate> certificates() {
        return List.of(
                certificate("alice-laptop", "client", "5f3a"),
                certificate("ci-runner", "client", "91bc"),
                certificate("prometheus", "metrics", "07de"),
                certificate("node1", "server", "c4aa"));
    }

    private static Certificate certificate(String name, String type, String start) {
        return new Certificate(
                name, type, type.equals("metrics"), List.of(), "", "", start.repeat(16));
    }
}
