package dev.pileus.desktop;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.pileus.api.Cluster;
import dev.pileus.api.ClusterMember;
import dev.pileus.api.Instance;
import dev.pileus.api.Server;
import dev.pileus.api.ServerEnvironment;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.Link;
import dev.pileus.model.store.MemberImage;
import dev.pileus.model.store.MemberImage.LoadSample;
import dev.pileus.model.store.MemberLoad;
import dev.pileus.model.store.UnreadPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
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
        return with(SampleThings.instances());
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

    /// The same while a member is in maintenance.
    public static ClusterImage evacuated(String name) {
        var image = image();
        var members =
                image.members().stream()
                        .map(member -> member.name().equals(name) ? evacuated(member) : member)
                        .toList();
        return new ClusterImage(
                image.takenAt(),
                image.link(),
                image.server(),
                image.cluster(),
                members,
                image.groups(),
                image.instances(),
                image.operations(),
                image.warnings(),
                image.certificates(),
                image.unread());
    }

    private static MemberImage evacuated(MemberImage image) {
        var member = image.member();
        var domain = member.failureDomain();
        return new MemberImage(
                wire(
                        member.serverName(),
                        URI.create(member.url()).getHost(),
                        domain,
                        "Evacuated",
                        "Unavailable due to maintenance",
                        member.groups(),
                        member.roles()),
                image.load(),
                image.loadHistory(),
                image.silentSince());
    }

    /// The same with other instances.
    public static ClusterImage with(List<Instance> instances) {
        return new ClusterImage(
                NOW,
                new Link.Connected("10.0.1.11:8443", true),
                server(),
                new Cluster("node1", true, List.of()),
                members(),
                SampleThings.groups(),
                instances,
                SampleThings.operations(),
                SampleThings.warnings(),
                SampleThings.certificates(),
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
                        OptionalDouble.of(cpu * 16),
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

    /// An instance of the default project; `db…` are virtual machines.
    public static Instance instance(String name, String member, boolean running) {
        return SampleThings.instance(name, member, running);
    }
}
