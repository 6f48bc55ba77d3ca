package dev.pileus.domain.placement;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.domain.placement.Candidate.Scheduling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTest {
    private static final Set<String> GROUPS = Set.of("default", "gpu", "empty");
    private static final String NOBODY = "Couldn't find a cluster member for the instance";

    /// Members are written `instances[:word…]`; the words are what is special about them.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''     | 1 0 2                        | m2",
                "''     | 1 1 1                        | m1",
                "''     | 0:evacuated 0:offline 5      | m3",
                "''     | 0:manual 0:group 5           | m3",
                "''     | 0:aarch64 9                  | m2",
                "''     | 0:untold 9                   | m1",
                "@gpu   | 0 3:gpu 2:gpu                | m3",
                "@gpu   | 0 3:gpu 2:gpu:manual         | m2",
                "@gpu   | 0 3:gpu:group 2:gpu:offline  | m2",
                "@gpu   | 1:gpu 0:gpu:evacuated        | m1",
                "m1     | 9 0                          | m1",
                "m1     | 9:manual 0                   | m1",
                "m1     | 9:group 0                    | m1"
            })
    void chooses(String target, String members, String expected) {
        assertThat(choose(target, members).name()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''     | 0:manual 0:group  | 500 | " + NOBODY,
                "''     | 0:offline         | 500 | " + NOBODY,
                "''     | 0:aarch64         | 500 | " + NOBODY,
                "@empty | 0                 | 500 | " + NOBODY,
                "@nope  | 0                 | 400 | Cluster group \"nope\" doesn't exist",
                "nope   | 0                 | 404 | Cluster member \"nope\" not found",
                "m1     | 0:evacuated       | 403 | Cluster member is evacuated",
                "m1     | 0:offline         | 400 | Target cluster member is offline",
                "m1     | 0:aarch64         | 400 | Cluster member \"m1\" does not run instances for x86_64"
            })
    void refuses(String target, String members, int status, String text) {
        assertRefused(status, text, () -> choose(target, members));
    }

    @Test
    void leavesOutWhomItIsTold() {
        var need = Need.of(new Wish.Anywhere(), "x86_64").except(2);
        assertThat(Placement.choose(members("5 0 6"), GROUPS, need).name()).isEqualTo("m1");
    }

    @Test
    void keepsToTheGroupsOfAProject() {
        var allowed = Set.of("gpu");
        var need = new Need(new Wish.Anywhere(), "x86_64", allowed, Set.of());
        assertThat(Placement.choose(members("0 7:gpu"), GROUPS, need).name()).isEqualTo("m2");
        var named = new Need(new Wish.OnMember("m1"), "x86_64", allowed, Set.of());
        assertRefused(
                403,
                "Cluster member \"m1\" may not be used here",
                () -> Placement.choose(members("0 7:gpu"), GROUPS, named));
    }

    @Test
    void mayHaveNobodyToGoTo() {
        var need = Need.of(new Wish.InGroup("gone"), "");
        assertThat(Placement.best(members("0 1"), need)).isEmpty();
    }

    private static Candidate choose(String target, String members) {
        return Placement.choose(members(members), GROUPS, Need.of(Wish.of(target), "x86_64"));
    }

    private static List<Candidate> members(String text) {
        var members = new ArrayList<Candidate>();
        for (var member : text.split(" ", -1)) {
            var words = List.of(member.split(":", -1));
            members.add(member(members.size() + 1, words));
        }
        return members;
    }

    private static Candidate member(int number, List<String> words) {
        return new Candidate(
                number,
                "m" + number,
                words.contains("gpu") ? Set.of("default", "gpu") : Set.of("default"),
                Arrays.stream(Scheduling.values())
                        .filter(kind -> words.contains(kind.name().toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElse(Scheduling.ALL),
                architectures(words),
                !words.contains("evacuated"),
                !words.contains("offline"),
                Integer.parseInt(words.getFirst()));
    }

    private static Set<String> architectures(List<String> words) {
        if (words.contains("untold")) {
            return Set.of();
        }
        return words.contains("aarch64") ? Set.of("aarch64") : Set.of("x86_64", "i686");
    }
}
