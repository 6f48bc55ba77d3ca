package dev.pileus.domain.instances;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.pileus.domain.projects.StoredProject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final List<Allowance.Share> TWO =
            List.of(
                    share("c0", "limits.memory", "512MiB", "limits.cpu", "1"),
                    share("c1", "limits.memory", "256MiB", "limits.cpu", "2"));

    @Test
    void countsInstances() {
        var allowance = of(Map.of("limits.instances", "2", "limits.containers", "5"));
        assertThatCode(() -> allowance.checkOneMore(1)).doesNotThrowAnyException();
        assertRefused(
                400,
                "Reached maximum number of instances in project \"x\"",
                () -> allowance.checkOneMore(2));
    }

    @Test
    void addsUp() {
        assertThatCode(() -> of(Map.of("limits.memory", "768MiB", "limits.cpu", "3")).check(TWO))
                .doesNotThrowAnyException();
        assertRefused(
                400,
                "Reached maximum aggregate value \"767MiB\" for \"limits.memory\" in project \"x\"",
                () -> of(Map.of("limits.memory", "767MiB")).check(TWO));
        assertThat(of(Map.of("limits.instances", "1")).limitsSums()).isFalse();
    }

    @Test
    void everyoneHasToSayHowMuch() {
        assertRefused(
                400,
                "Instance \"c0\" in project \"x\" has no \"limits.processes\" config, either directly or via a profile",
                () -> of(Map.of("limits.processes", "10")).check(TWO));
        for (var unclear : List.of("50%", "0-1")) {
            var key = unclear.endsWith("%") ? "limits.memory" : "limits.cpu";
            assertRefused(
                    400,
                    "Failed parsing \"%s\" for instance \"c2\" in project \"x\"".formatted(key),
                    () -> of(Map.of(key, "10")).check(List.of(share("c2", key, unclear))));
        }
    }

    @Test
    void newLimitsLeaveRoomForWhatThereIs() {
        var before = Map.of("limits.cpu", "1");
        assertRefused(
                400,
                "\"limits.memory\" is too low: current total is \"768.0MiB\"",
                () -> of(Map.of("limits.memory", "100MiB")).checkAgainst(TWO, before));
        assertRefused(
                400,
                "Can't change \"limits.instances\" in project \"x\": \"limits.instances\" is too low: there currently are 2",
                () -> of(Map.of("limits.instances", "1")).checkAgainst(TWO, before));
        assertThatCode(() -> of(before).checkAgainst(TWO, before)).doesNotThrowAnyException();
    }

    @Test
    void tellsWhatIsUsed() {
        assertThat(Allowance.usage(TWO))
                .isEqualTo(
                        Map.of(
                                "instances", 2L,
                                "containers", 2L,
                                "cpu", 3L,
                                "memory", 768L << 20,
                                "processes", 0L));
    }

    private static Allowance of(Map<String, String> config) {
        return Allowance.of(new StoredProject(1, "x", "", config, 0));
    }

    private static Allowance.Share share(String name, String... config) {
        return new Allowance.Share(
                name,
                config.length == 2
                        ? Map.of(config[0], config[1])
                        : Map.of(config[0], config[1], config[2], config[3]));
    }
}
