package dev.pileus.domain.members.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Clusters are written as words: `V` voter, `S` stand-by, `-` spare; `!` offline, `~` in
/// maintenance, `*` leads; a letter behind a colon is the failure domain. Members are numbered from
/// 1. Steps are written as `2V` (member 2 becomes a voter), joined by `+` within one step.
class RoleAssignmentTest {
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        // one, two, three
        "V*, ''",
        "V* -, 2S",
        "V* S, ''",
        "V* S -, 2V 3V",
        "V* - -, 2V 3V",
        "V V* V, ''",
        // stand-bys, then spares
        "V* V V -, 4S",
        "V* V V S -, 5S",
        "V* V V S S -, ''",
        "V* V V S S - -, ''",
        // whoever is offline is not promoted
        "V* -!, ''",
        "V* S -!, ''",
        "V* - -!, 2S",
        "V* S - -!, 2V 3V",
        // a lost voter is replaced in one step, by a stand-by if there is one
        "V* V! V -, 2-+4V",
        "V* V! V - S, 2-+5V 4S",
        "V* V! V S S -, 2-+4V 6S",
        // nobody can take over: it keeps its vote
        "V* V! V, ''",
        "V* V! V -!, ''",
        // who returns takes what is left
        "V* - V V, 2S",
        "V* - V V S S, ''",
        // a lost stand-by makes room for a spare only
        "V* V V S! -, 5S",
        "V* V V S! S -, 4-+6S",
        "V* V V S! S, ''",
        // evacuated members are the last choice
        "V* V! V S~ -, 2-+5V",
        "V* V! V S~, 2-+4V",
        "V* V V -~ -, 4S+5S",
        "V* V V -~ - -, 5S+6S",
        // members left: two keep one voter
        "V* V, 2S",
        "V V*, 1S",
        "V* V V V, 4S",
        "V* V V! V, 3-",
    })
    void givesRoles(String cluster, String steps) {
        assertThat(plan(cluster, RoleLimits.DEFAULT)).isEqualTo(steps);
    }

    @ParameterizedTest(name = "{0} with {1} voters, {2} stand-bys -> {3}")
    @CsvSource({
        "V* -, 3, 0, ''",
        "V* S, 3, 0, 2-",
        "V* V V S, 5, 2, ''",
        "V* V V S S, 5, 2, 4V 5V",
        "V* V V S S - -, 5, 2, 4V 5V 6S+7S",
        "V* V V V V, 3, 2, 5S 4S",
        "V* V V V V, 3, 1, 5S 4S 5-",
        "V* V V V! V, 3, 2, 4- 5S",
        "V* V V S S S, 3, 2, 6-",
        "V* V V! V V!, 5, 2, ''",
    })
    void keepsToTheLimits(String cluster, int voters, int standbys, String steps) {
        assertThat(plan(cluster, new RoleLimits(voters, standbys))).isEqualTo(steps);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        // a new voter comes from a domain without one
        "V*:a -:a -:a -:b, 4V 2V 3S",
        "V*:a -:a -:b -:c, 3V 4V 2S",
        // a lost one is replaced in its own domain, even by a spare
        "V*:a V:b V!:c S:a -:c, 3-+5V",
        "V*:a V:b V!:c S:a S:b, 3-+4V",
        // votes move out of a crowded domain, never the leader's
        "V*:a V:a V:a S:b, 3S+4V",
        "V:a V:a V*:a S:b S:c, 2S+4V 1S+5V",
        "V*:a V:a V:b S:c, 2S+4V",
        "V*:a V:a V:b S:b, ''",
        "V*:a V:a V:b -!:c, ''",
        "V*:a V:a V:b S~:c, ''",
    })
    void spreadsVotersOverFailureDomains(String cluster, String steps) {
        assertThat(plan(cluster, RoleLimits.DEFAULT)).isEqualTo(steps);
    }

    @ParameterizedTest(name = "{0}: {1} stops -> {2}")
    @CsvSource({
        // the successor takes over in one step
        "V* V V S, 2, 2-+4V",
        "V* V V -, 3, 3-+4V",
        "V:a V:b V:c S:a -:b, 2, 2-+5V",
        // nobody can: two of three go on
        "V* V V, 2, ''",
        "V* V V -!, 2, ''",
        // one of two leaves the other alone in charge
        "V V*, 1, 1-",
        // nothing to hand over
        "V* S, 2, ''",
        "V* V V S -, 5, ''",
        "V*, 1, ''",
    })
    void handsRolesOverBeforeAStop(String cluster, long stopping, String steps) {
        assertThat(words(RoleAssignment.beforeStop(members(cluster), RoleLimits.DEFAULT, stopping)))
                .isEqualTo(steps);
    }

    @ParameterizedTest(name = "{0}: {1} is removed -> {2}")
    @CsvSource({
        "V* V V, 2, 2-",
        "V* V V -, 2, 2-+4V",
        "V* S, 2, 2-",
        "V* V V -, 4, ''",
        "V* V! V -, 2, 2-+4V",
        "V* V! V, 2, 2-",
    })
    void takesAllRolesBeforeARemoval(String cluster, long leaving, String steps) {
        assertThat(
                        words(
                                RoleAssignment.beforeRemoval(
                                        members(cluster), RoleLimits.DEFAULT, leaving)))
                .isEqualTo(steps);
    }

    @Test
    void aLeaderThatStopsIsFollowedByAnotherVoter() {
        assertThat(RoleAssignment.nextLeader(members("V* V~ V S"), 1)).hasValue(3);
        assertThat(RoleAssignment.nextLeader(members("V* V! S"), 1)).isEmpty();
        assertThat(words(RoleAssignment.beforeTransfer(members("V* S"), RoleLimits.DEFAULT, 1)))
                .isEqualTo("2V");
        assertThat(RoleAssignment.beforeTransfer(members("V* V V"), RoleLimits.DEFAULT, 1))
                .isEmpty();
    }

    @Test
    void comesToRestInEveryCluster() {
        for (var size = 1; size <= 9; size++) {
            for (var mask = 0; mask < 1 << size; mask++) {
                var members = new ArrayList<Candidate>();
                for (var index = 0; index < size; index++) {
                    var role = index == 0 ? DatabaseRole.VOTER : DatabaseRole.SPARE;
                    var online = index == 0 || (mask >> index & 1) == 1;
                    var domain = "" + (char) ('a' + index % 3);
                    members.add(new Candidate(index + 1, domain, role, online, false));
                }
                var steps = RoleAssignment.steps(members, RoleLimits.DEFAULT, OptionalLong.of(1));
                var after = apply(members, steps);
                assertThat(RoleAssignment.steps(after, RoleLimits.DEFAULT, OptionalLong.of(1)))
                        .as("%s after %s", members, steps)
                        .isEmpty();
                assertThat(after.stream().filter(Candidate::votes).count() % 2).isEqualTo(1);
            }
        }
    }

    private static List<Candidate> apply(List<Candidate> members, List<RoleStep> steps) {
        var after = new ArrayList<>(members);
        for (var step : steps) {
            after.replaceAll(member ->
                    member.as(step.changes().getOrDefault(member.id(), member.current())));
            assertThat(step.changes()).hasSizeGreaterThan(0);
            var voters = after.stream().filter(Candidate::votes).toList();
            assertThat(voters.stream().filter(Candidate::online).count() * 2)
                    .isGreaterThan(voters.size());
        }
        return after;
    }

    private static String plan(String cluster, RoleLimits limits) {
        var leader = List.of(cluster.split(" ", -1)).stream().filter(word -> word.contains("*"));
        var index = List.of(cluster.split(" ", -1)).indexOf(leader.findFirst().orElse(""));
        return words(RoleAssignment.steps(members(cluster), limits, OptionalLong.of(index + 1)));
    }

    private static List<Candidate> members(String cluster) {
        var members = new ArrayList<Candidate>();
        for (var word : cluster.split(" ", -1)) {
            var role =
                    switch (word.charAt(0)) {
                        case 'V' -> DatabaseRole.VOTER;
                        case 'S' -> DatabaseRole.STANDBY;
                        default -> DatabaseRole.SPARE;
                    };
            var domain = word.contains(":") ? word.substring(word.indexOf(':') + 1) : "default";
            members.add(
                    new Candidate(
                            members.size() + 1,
                            domain,
                            role,
                            !word.contains("!"),
                            word.contains("~")));
        }
        return members;
    }

    private static String words(List<RoleStep> steps) {
        return steps.stream()
                .map(step ->
                        step.changes().entrySet().stream()
                                .map(change -> change.getKey() + letter(change.getValue()))
                                .collect(Collectors.joining("+")))
                .collect(Collectors.joining(" "));
    }

    private static String letter(DatabaseRole role) {
        return Arrays.asList("V", "S", "-").get(role.number());
    }
}
