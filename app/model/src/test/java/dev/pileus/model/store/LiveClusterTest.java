package dev.pileus.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.api.MemberStatus;
import dev.pileus.api.StatusCode;
import dev.pileus.model.store.UnreadPart.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveClusterTest {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration GAP = Duration.ofMillis(20);

    /// Only events and refreshes cause reads.
    private static final Intervals QUIET =
            new Intervals(NEVER, NEVER, NEVER, NEVER, GAP, Duration.ofSeconds(1), NEVER);

    private static final Intervals QUICK =
            new Intervals(GAP, GAP, GAP, GAP, GAP.dividedBy(2), Duration.ofSeconds(1), GAP);

    private static final InstantSource TIME = InstantSource.system();

    private final FakeSource source = new FakeSource();
    private final List<LiveCluster> opened = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(LiveCluster::close);
    }

    @Test
    void readsAllParts() throws InterruptedException {
        source.instances = List.of(Images.running("i1", "m2"));
        var live = read(QUIET);
        assertThat(live.image().members())
                .extracting(MemberImage::name)
                .containsExactly("m1", "m2");
        assertThat(live.image().instancesOn("m2")).hasSize(1);
        assertThat(live.image().link()).isEqualTo(new Link.Connected("https://m1:8443", false));
        assertThat(live.image().unread()).isEmpty();
    }

    @Test
    void readsTheOtherPartsWhenOneIsRefused() throws InterruptedException {
        source.broken.put("certificates", new Trouble.NotTrusted("Forbidden"));
        var live = read(QUIET);
        assertThat(live.image().unread())
                .containsExactly(new UnreadPart(Part.CERTIFICATES, "Forbidden"));
        assertThat(live.image().members()).hasSize(2);
    }

    @Test
    void doesNotWaitForAPartThatHangs() {
        source.hanging.add("instances");
        var live = open(QUIET);
        await().until(() -> live.image().members().size() == 2);
    }

    @Test
    void keepsTheLastKnownValuesOfAPartThatFails() throws InterruptedException {
        source.instances = List.of(Images.running("i1", "m2"));
        var live = read(QUICK);
        source.broken.put("instances", new Trouble.NoAnswer("too slow"));
        await().until(() -> !live.image().unread().isEmpty());
        assertThat(live.image().instances()).hasSize(1);
        source.broken.clear();
        await().until(() -> live.image().unread().isEmpty());
    }

    @Test
    void saysThatThereIsNoLeaderAndGoesOnWhenThereIsOne() throws InterruptedException {
        var live = read(QUICK);
        var trouble = Trouble.refused(500, "RAFT cluster is unavailable");
        source.broken.put("members", trouble);
        await().until(() -> live.image().link() instanceof Link.Interrupted);
        assertThat(trouble).isInstanceOf(Trouble.NoLeader.class);
        var since = ((Link.Interrupted) live.image().link()).since();
        var reads = source.count("members");
        await().until(() -> source.count("members") > reads + 2);
        assertThat(live.image().link()).isEqualTo(new Link.Interrupted(trouble, since));
        assertThat(live.image().members()).hasSize(2);
        source.broken.clear();
        await().until(() -> live.image().link() instanceof Link.Connected);
    }

    @Test
    void readsOneInstanceWhenAnEventNamesIt() throws InterruptedException {
        source.instances = List.of(Images.instance("i1", "m1", StatusCode.STOPPED));
        var live = read(QUIET);
        source.instances = List.of(Images.running("i1", "m1"));
        source.lifecycle("instance-started", "/1.0/instances/i1");
        await().until(() -> live.image().instances().getFirst().isRunning());
        assertThat(source.count("instances")).isEqualTo(1);
        assertThat(source.count("instance")).isEqualTo(1);
    }

    @Test
    void forgetsAnInstanceThatAnEventCallsDeleted() throws InterruptedException {
        source.instances = List.of(Images.running("i1", "m1"), Images.running("i2", "m1"));
        var live = read(QUIET);
        source.instances = List.of(Images.running("i2", "m1"));
        source.lifecycle("instance-deleted", "/1.0/instances/i1?project=default");
        await().until(() -> live.image().instances().size() == 1);
    }

    @Test
    void readsTheListWhenOneInstanceCannotBeRead() throws InterruptedException {
        source.instances = List.of(Images.running("i1", "m1"));
        var live = read(QUIET);
        source.instances = List.of(Images.instance("i1", "m1", StatusCode.ERROR));
        source.broken.put("instance", new Trouble.Refused(500, "Missing event connection"));
        source.lifecycle("instance-updated", "/1.0/instances/i1");
        await().until(() -> live.image().instances().getFirst().statusCode() == StatusCode.ERROR);
        assertThat(live.image().unread()).isEmpty();
    }

    @Test
    void doesNotReadAThousandTimesForAThousandEvents() throws InterruptedException {
        var live = read(QUIET);
        source.instances =
                IntStream.range(0, 1000).mapToObj(i -> Images.running("i" + i, "m1")).toList();
        IntStream.range(0, 1000)
                .forEach(i -> source.lifecycle("instance-started", "/1.0/instances/i" + i));
        await().until(() -> live.image().instances().size() == 1000);
        assertThat(source.count("instances") + source.count("instance")).isLessThan(50);
    }

    @Test
    void seesAMemberGoOfflineWithoutAnEvent() throws InterruptedException {
        source.instances = List.of(Images.running("i1", "m2"));
        var live = read(QUICK);
        await().until(() -> live.image().member("m2").orElseThrow().load().isPresent());
        var message = "No heartbeat for 31s (2026-11-20 15:57:16.960657313 +0000 UTC)";
        source.members = List.of(Images.member("m1"), Images.member("m2", "Offline", message));
        await().until(() -> condition(live, "m2") == MemberStatus.OFFLINE);
        var member = live.image().member("m2").orElseThrow();
        assertThat(member.silentSince()).contains(Instant.parse("2026-11-20T15:57:16.960657313Z"));
        assertThat(member.load()).isEmpty();
        assertThat(member.member().message()).isEqualTo(message);
        assertThat(live.image().member("m1").orElseThrow().silentSince()).isEmpty();
    }

    @Test
    void readsTheInstancesAgainWhenAMemberTurns() throws InterruptedException {
        var live = read(QUIET);
        source.members = List.of(Images.member("m1"), Images.member("m2", "Offline", "gone"));
        source.instances = List.of(Images.instance("i1", "m2", StatusCode.ERROR));
        source.lifecycle("cluster-member-updated", "/1.0/cluster/members/m2");
        await().until(() -> live.image().instances().size() == 1);
        assertThat(condition(live, "m2")).isEqualTo(MemberStatus.OFFLINE);
    }

    @Test
    void isNotDelayedByASilentMember() throws InterruptedException {
        source.hanging.add("state m2");
        var live = read(QUICK);
        await().until(() -> source.count("state m1") > 3);
        await().until(() -> live.image().member("m1").orElseThrow().load().isPresent());
        assertThat(live.image().member("m2").orElseThrow().load()).isEmpty();
        assertThat(source.count("state m2")).isEqualTo(1);
    }

    @Test
    void takesTheLoadFromTheHardwareWhereAServerKnowsNoMemberState() throws InterruptedException {
        source.extensions.clear();
        source.extensions.add("clustering");
        var live = read(QUICK);
        await().until(() -> live.image().member("m1").orElseThrow().load().isPresent());
        var load = live.image().member("m1").orElseThrow().load().orElseThrow();
        assertThat(load.load()).hasValue(2.0);
        assertThat(load.processorShare()).hasValue(0.5);
        assertThat(load.memoryShare()).isEqualTo(0.3);
        assertThat(load.uptime()).isEmpty();
    }

    @Test
    void doesNotTakeAServerForIdleThatTellsNoLoad() throws InterruptedException {
        source.extensions.clear();
        source.extensions.add("clustering");
        source.processes = 0;
        var live = read(QUICK);
        await().until(() -> live.image().member("m1").orElseThrow().load().isPresent());
        var member = live.image().member("m1").orElseThrow();
        assertThat(member.load().orElseThrow().processorShare()).isEmpty();
        assertThat(member.load().orElseThrow().memoryShare()).isEqualTo(0.3);
        assertThat(member.loadHistory()).isEmpty();
    }

    @Test
    void showsAnOperationFromItsEventAndItsEndForAWhile() throws InterruptedException {
        var live = read(QUIET);
        source.send("operation", Map.of("id", "op1", "class", "task", "status_code", 103));
        await().until(() -> live.image().operations().size() == 1);
        source.send("operation", Map.of("id", "op1", "class", "task", "status_code", 200));
        await().until(() -> live.image().operations().getFirst().isFinished());
        assertThat(source.count("operations")).isEqualTo(1);
    }

    @Test
    void tellsWhatWasMissedWhileEventsWereLost() throws InterruptedException {
        var live = read(QUIET);
        source.connectEvents();
        await().until(() -> isLive(live));
        var updates = new CopyOnWriteArrayList<ClusterUpdate>();
        live.subscribe(updates::add);
        source.loseEvents();
        await().until(() -> !isLive(live));
        source.instances = List.of(Images.running("i1", "m1"));
        source.connectEvents();
        await().until(() ->
                updates.stream().skip(1).anyMatch(u -> u.delta().instances().added().size() == 1));
        assertThat(isLive(live)).isTrue();
    }

    @Test
    void tellsNothingAfterItWasClosed() throws InterruptedException {
        var live = read(QUICK);
        live.close();
        var image = live.image();
        source.members = List.of();
        source.send("operation", Map.of("id", "op1"));
        assertThat(live.image()).isSameAs(image);
    }

    private LiveCluster open(Intervals intervals) {
        var live = LiveCluster.open(source, intervals, TIME);
        opened.add(live);
        return live;
    }

    private LiveCluster read(Intervals intervals) throws InterruptedException {
        var live = open(intervals);
        assertThat(live.awaitFirst(Duration.ofSeconds(5))).isTrue();
        return live;
    }

    private static boolean isLive(LiveCluster live) {
        return live.image().link() instanceof Link.Connected connected && connected.live();
    }

    private static MemberStatus condition(LiveCluster live, String member) {
        return live.image().member(member).orElseThrow().condition();
    }
}
