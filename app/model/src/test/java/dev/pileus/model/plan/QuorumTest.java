package dev.pileus.model.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.model.plan.Quorum.State;
import dev.pileus.model.plan.QuorumForecast.Leadership;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.Trouble;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuorumTest {
    @ParameterizedTest(name = "{1} of {0} members offline: {2} {3}/{4}, survives {5}")
    @CsvSource({
        "1, 0, NONE_TO_SPARE, 1, 1, 0",
        "2, 0, NONE_TO_SPARE, 1, 1, 0",
        "3, 0, SAFE, 3, 3, 1",
        "3, 1, NONE_TO_SPARE, 2, 3, 0",
        "3, 2, LOST, 1, 3, 0",
        "5, 0, SAFE, 3, 3, 1",
        "5, 2, SAFE, 3, 3, 1",
        "5, 3, NONE_TO_SPARE, 2, 3, 0",
    })
    void countsVotersThatAnswer(
            int members, int offline, State state, int online, int voters, int survives) {
        var scene = scene(Software.INCUS_6_0_4, members);
        IntStream.rangeClosed(members - offline + 1, members)
                .forEach(i -> scene.status("Offline", "m" + i));

        assertThat(Quorum.of(scene.image())).isEqualTo(new Quorum(state, online, voters, survives));
    }

    @Test
    void anEvacuatedMembersDatabaseGoesOn() {
        var scene = scene(Software.INCUS_6_0_4, 3).status("Evacuated", "m2");

        assertThat(Quorum.of(scene.image()).state()).isEqualTo(State.SAFE);
    }

    @Test
    void newestLxdNamesVotersOtherwise() {
        var scene =
                Scene.of(Software.LXD_6_9, "m1", "m2", "m3")
                        .member("m1", "roles", List.of("database-leader"))
                        .member("m2", "roles", List.of("database-voter"))
                        .member("m3", "roles", List.of("database-voter"));

        assertThat(Quorum.of(scene.image())).isEqualTo(new Quorum(State.SAFE, 3, 3, 1));
    }

    @Test
    void admitsWhatItDoesNotKnow() {
        var silent = scene(Software.INCUS_6_0_4, 3).interrupted(new Trouble.NoAnswer("silence"));

        assertThat(Quorum.of(silent.image())).isEqualTo(new Quorum(State.UNKNOWN, 3, 3, 0));
        assertThat(Quorum.of(ClusterImage.nothing()).state()).isEqualTo(State.UNKNOWN);
        assertThat(Quorum.of(scene(Software.INCUS_6_0_4, 0).standalone().image()).state())
                .isEqualTo(State.STANDALONE);
    }

    @Test
    void forecastsTheMemberGoingDownAfterwards() {
        var forecast = forecast(scene(Software.INCUS_6_0_4, 4), "m2");

        assertThat(forecast)
                .isEqualTo(
                        new QuorumForecast(
                                new Quorum(State.SAFE, 3, 3, 1),
                                new Quorum(State.SAFE, 3, 3, 1),
                                new Quorum(State.NONE_TO_SPARE, 2, 3, 0),
                                Optional.of("m4"),
                                Leadership.ELSEWHERE));
    }

    @Test
    void aMemberWithoutVoteChangesNothing() {
        var forecast = forecast(scene(Software.INCUS_6_0_4, 4), "m4");

        assertThat(forecast.ifDown()).isEqualTo(forecast.now());
        assertThat(forecast.promoted()).isEmpty();
    }

    @Test
    void promotesAStandbyOfTheSameFailureDomainFirst() {
        var scene =
                scene(Software.INCUS_6_0_4, 6)
                        .member("m1", "failure_domain", "rack1")
                        .member("m5", "failure_domain", "rack1")
                        .member("m6", "failure_domain", "rack1");

        assertThat(forecast(scene, "m1").promoted()).contains("m5");
        assertThat(forecast(scene.status("Offline", "m5"), "m1").promoted()).contains("m4");
    }

    @Test
    void onlyNewestLxdMovesRolesAndLeadershipFirst() {
        assertThat(forecast(scene(Software.INCUS_6_0_4, 4), "m1").leadership())
                .isEqualTo(Leadership.STAYS_HERE);

        var lxd = forecast(scene(Software.LXD_6_9, 4), "m1");
        assertThat(lxd.leadership()).isEqualTo(Leadership.MOVES_FIRST);
        assertThat(lxd.ifDown()).isEqualTo(new Quorum(State.SAFE, 3, 3, 1));
    }

    @Test
    void newestLxdDemotesAVoterWithoutSuccessor() {
        assertThat(forecast(scene(Software.LXD_6_9, 3), "m1").afterwards())
                .isEqualTo(new Quorum(State.NONE_TO_SPARE, 2, 2, 0));
    }

    @ParameterizedTest(name = "{0} members, offline {1}, evacuated {2}, to spare {3}: {4}")
    @CsvSource({
        "3, '', '', m1, true",
        "3, m3, '', m1, false",
        "3, '', m3, m1, false",
        "3, m3, '', m3, true",
        "4, m3, '', m1, true",
        "4, m3, '', m4, true",
        "2, '', '', m1, false",
        "2, '', '', m2, true",
    })
    void guardsVoters(
            int members, String offline, String evacuated, String member, boolean expected) {
        var scene = scene(Software.INCUS_6_0_4, members);
        if (!offline.isEmpty()) {
            scene.status("Offline", offline);
        }
        if (!evacuated.isEmpty()) {
            scene.status("Evacuated", evacuated);
        }

        assertThat(new VoterGuard(scene.image(), member).canSpare()).isEqualTo(expected);
    }

    private static Scene scene(Software software, int members) {
        var names = IntStream.rangeClosed(1, members).mapToObj(i -> "m" + i);
        return Scene.of(software, names.toArray(String[]::new));
    }

    private static QuorumForecast forecast(Scene scene, String member) {
        return EvacuationPlan.of(scene.image(), member, EvacuationMode.AUTOMATIC).quorum();
    }
}
