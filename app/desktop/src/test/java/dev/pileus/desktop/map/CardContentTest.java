package dev.pileus.desktop.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.Instance;
import dev.pileus.api.Json;
import dev.pileus.model.store.MemberImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CardContentTest {
    @Test
    void saysLeaderOnceAndKeepsRolesItDoesNotKnow() {
        var card =
                card("{\"roles\":[\"database-leader\",\"database\",\"event-hub\",\"tea-maker\"]}");
        assertThat(card.badges())
                .extracting(Badge::role)
                .containsExactly("leader", "event-hub", "tea-maker");
    }

    @Test
    void callsTheVoterOfNewerLxdAVoter() {
        assertThat(card("{\"roles\":[\"database-voter\"]}").badges())
                .extracting(Badge::role)
                .containsExactly("voter");
    }

    @Test
    void leavesTheUsualPortOutOfTheAddress() {
        assertThat(card("{\"url\":\"https://10.0.1.11:8443\"}").address()).isEqualTo("10.0.1.11");
        assertThat(card("{\"url\":\"https://127.0.0.1:9643\"}").address())
                .isEqualTo("127.0.0.1:9643");
        assertThat(card("{\"url\":\"not an url\"}").address()).isEqualTo("not an url");
    }

    @Test
    void countsInstancesByTheServersWords() {
        var card =
                card(
                        "{}",
                        instance("a", "Running", 103),
                        instance("b", "Stopped", 102),
                        instance("c", "Running", 103));
        assertThat(card.instanceCounts()).isEqualTo(Map.of("Running", 2L, "Stopped", 1L));
        assertThat(card.dots()).extracting(InstanceDot::name).containsExactly("a", "c", "b");
    }

    @Test
    void doesNotCallInstancesOfASilentMemberFaulty() {
        var silent = card("{\"status\":\"Offline\"}", instance("a", "Error", 112));
        assertThat(silent.dots().getFirst().tone()).isEqualTo(InstanceDot.Tone.STOPPED);
        var online = card("{\"status\":\"Online\"}", instance("a", "Error", 112));
        assertThat(online.dots().getFirst().tone()).isEqualTo(InstanceDot.Tone.FAULTY);
    }

    private static CardContent card(String member, Instance... instances) {
        var image =
                new MemberImage(
                        Json.mapper().readValue(member, ClusterMember.class),
                        Optional.empty(),
                        List.of(),
                        Optional.empty());
        return CardContent.of(image, List.of(instances));
    }

    private static Instance instance(String name, String status, int code) {
        var json =
                "{\"name\":\"%s\",\"status\":\"%s\",\"status_code\":%d}"
                        .formatted(name, status, code);
        return Json.mapper().readValue(json, Instance.class);
    }
}
