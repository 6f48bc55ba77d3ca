package dev.pileus.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.api.MemberStatus;
import dev.pileus.testkit.IncusCluster;
import dev.pileus.testkit.RealIncus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A member's daemon is killed while clients talk to it.
@RealIncus
class FailoverIT {
    private final IncusCluster cluster;
    private final ServerClient client;

    FailoverIT(IncusCluster cluster) {
        this.cluster = cluster;
        this.client = Peers.trusted(cluster, "m3");
    }

    @BeforeEach
    void learnMembers() {
        client.members().list();
        assertThat(client.endpoints()).hasSize(3).first().isEqualTo(Peers.endpoint(cluster, "m3"));
    }

    @AfterEach
    void repair() {
        client.close();
        cluster.tidy();
    }

    @Test
    void readsGoOnAtAnotherMemberAndStayThere() {
        cluster.killDaemon("m3");

        assertThat(client.members().list()).hasSize(3);
        assertThat(client.endpoints().getFirst()).isNotEqualTo(Peers.endpoint(cluster, "m3"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(client.members().get("m3").value().condition())
                                .isEqualTo(MemberStatus.OFFLINE));
        assertThat(client.instances().list()).isNotNull();
    }

    @Test
    void changesGoToAnotherMemberWhenNothingListens() {
        cluster.killDaemon("m3");
        client.groups().create("after", "", List.of());
        client.groups().delete("after");
    }

    @Test
    void aWaitEndsWhenTheMemberWithTheWorkDies() {
        client.joinTokens().create("waiting");
        var operation =
                client.operations().list().stream()
                        .filter(candidate -> candidate.text("serverName").equals("waiting"))
                        .findFirst()
                        .orElseThrow();

        cluster.killDaemon("m3");

        Failures.of(
                Failure.Refused.class,
                () -> client.operations().await(operation, Duration.ofSeconds(5)));
    }

    @Test
    void readsGoOnAfterARestart() {
        cluster.stopDaemon("m3");
        cluster.startDaemon("m3");
        assertThat(
                        client.only(Peers.endpoint(cluster, "m3"))
                                .server()
                                .get()
                                .environment()
                                .serverName())
                .isEqualTo("m3");
    }

    @Test
    void oneDeadMemberIsToldApart() {
        cluster.killDaemon("m3");
        var failure =
                Failures.of(
                        Failure.Unreachable.class,
                        () ->
                                client.only(Peers.endpoint(cluster, "m3"))
                                        .within(Timeouts.DEFAULT)
                                        .server()
                                        .get());
        assertThat(failure.reason()).isEqualTo(Failure.Unreachable.Reason.REFUSED);
    }
}
