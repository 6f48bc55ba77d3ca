package dev.pileus.model.store;

import dev.pileus.api.Certificate;
import dev.pileus.api.Cluster;
import dev.pileus.api.ClusterGroup;
import dev.pileus.api.ClusterMember;
import dev.pileus.api.Event;
import dev.pileus.api.Instance;
import dev.pileus.api.Json;
import dev.pileus.api.MemberState;
import dev.pileus.api.Operation;
import dev.pileus.api.Resources;
import dev.pileus.api.Server;
import dev.pileus.api.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/// A cluster in memory that tests change, break and count the reads of.
final class FakeSource implements ClusterSource {
    final Map<String, AtomicInteger> reads = new ConcurrentHashMap<>();
    final Map<String, Trouble> broken = new ConcurrentHashMap<>();
    final Set<String> hanging = ConcurrentHashMap.newKeySet();

    /// 0: a server that does not tell its load.
    volatile int processes = 101;

    final List<String> extensions = new CopyOnWriteArrayList<>(List.of("cluster_member_state"));
    final CountDownLatch released = new CountDownLatch(1);
    volatile List<ClusterMember> members = List.of(Images.member("m1"), Images.member("m2"));
    volatile List<ClusterGroup> groups = List.of();
    volatile List<Instance> instances = List.of();
    volatile List<Operation> operations = List.of();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    int count(String what) {
        return reads.computeIfAbsent(what, none -> new AtomicInteger()).get();
    }

    void connectEvents() {
        listeners.forEach(Listener::connected);
    }

    void loseEvents() {
        listeners.forEach(Listener::lost);
    }

    void lifecycle(String action, String source) {
        send("lifecycle", Map.of("action", action, "source", source));
    }

    void send(String type, Object metadata) {
        var node = Json.mapper().convertValue(metadata, JsonNode.class);
        var event = new Event(type, Instant.EPOCH, "m1", "default", node);
        listeners.forEach(listener -> listener.event(event));
    }

    @Override
    public Server server() {
        asked("server");
        return Json.mapper().convertValue(Map.of("api_extensions", extensions), Server.class);
    }

    @Override
    public Cluster cluster() {
        return new Cluster("m1", true, List.of());
    }

    @Override
    public List<ClusterMember> members() {
        asked("members");
        return members;
    }

    @Override
    public List<ClusterGroup> groups() {
        asked("groups");
        return groups;
    }

    @Override
    public List<Instance> instances() {
        asked("instances");
        return instances;
    }

    @Override
    public Optional<Instance> instance(InstanceKey key) {
        asked("instance");
        return instances.stream().filter(one -> InstanceKey.of(one).equals(key)).findFirst();
    }

    @Override
    public List<Operation> operations() {
        asked("operations");
        return operations;
    }

    @Override
    public List<Warning> warnings() {
        asked("warnings");
        return List.of();
    }

    @Override
    public List<Certificate> certificates() {
        asked("certificates");
        return List.of();
    }

    @Override
    public MemberState state(String member, Duration patience) {
        asked("state");
        asked("state " + member);
        if (!extensions.contains("cluster_member_state")) {
            throw new TroubleException(
                    Trouble.refused(404, "not found"), new IllegalStateException(member));
        }
        var system = new MemberState.SystemInfo(60, List.of(1.0), 100, 20, 0, 0, 0, 0, 5);
        return new MemberState(system, Map.of());
    }

    @Override
    public Resources resources(String member, Duration patience) {
        asked("resources");
        asked("resources " + member);
        return new Resources(
                new Resources.Cpu("x86_64", 4),
                new Resources.Memory(30, 100),
                new Resources.Load(2.0, 0, 0, processes));
    }

    @Override
    public String endpoint() {
        return "https://m1:8443";
    }

    @Override
    public Subscription listen(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void asked(String what) {
        reads.computeIfAbsent(what, none -> new AtomicInteger()).incrementAndGet();
        if (hanging.contains(what)) {
            hang();
        }
        var trouble = broken.get(what);
        if (trouble != null) {
            throw new TroubleException(trouble, new IllegalStateException(what));
        }
    }

    private void hang() {
        try {
            released.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TroubleException(new Trouble.NoAnswer("interrupted"), interrupted);
        }
    }
}
