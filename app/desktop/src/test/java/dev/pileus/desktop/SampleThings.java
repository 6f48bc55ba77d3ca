package dev.pileus.desktop;

import dev.pileus.api.Certificate;
import dev.pileus.api.ClusterGroup;
import dev.pileus.api.Instance;
import dev.pileus.api.Operation;
import dev.pileus.api.StatusCode;
import dev.pileus.api.Warning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What lives in the [SampleCluster].
final class SampleThings {
    private SampleThings() {}

    static List<ClusterGroup> groups() {
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

    static List<Instance> instances() {
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
    static Instance instance(String name, String member, boolean running) {
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
                SampleCluster.NOW.minus(Duration.ofDays(90)),
                SampleCluster.NOW.minus(Duration.ofDays(2)),
                null,
                null);
    }

    static List<Operation> operations() {
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
                SampleCluster.NOW.minusSeconds(80),
                SampleCluster.NOW.minusSeconds(2),
                code == StatusCode.RUNNING ? "Running" : "Failure",
                code,
                Map.of(),
                Map.of(),
                id.equals("9b0c"),
                error,
                location);
    }

    static List<Warning> warnings() {
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
                        SampleCluster.NOW.minusSeconds(60),
                        SampleCluster.NOW.minusSeconds(10),
                        "No heartbeat for 1m0.4s"));
    }

    static List<Certificate> certificates() {
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
