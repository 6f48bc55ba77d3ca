package dev.pileus.domain.evacuation;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.Instance;
import dev.pileus.api.InstanceUpdate;
import dev.pileus.domain.instances.StoredInstance;
import dev.pileus.domain.placement.Candidate;
import dev.pileus.domain.placement.Candidate.Scheduling;
import dev.pileus.domain.placement.Need;
import dev.pileus.domain.placement.Wish;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvacuationPlanTest {
    private static final long HERE = 1;

    /// Instances are written `[cluster.evacuate][:word…]`, with the words `down` and `fixed`; other
    /// members by how many instances they have, `x` for one that takes none.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // mode       | instances           | others | what becomes of them
                "''           | auto auto auto      | 0 0    | m2 m3 m2",
                "''           | auto auto auto      | 0 5    | m2 m2 m2",
                "''           | auto auto auto      | 1 0    | m3 m2 m3",
                "''           | auto auto           | x 9    | m3 m3",
                "''           | auto auto:down      | x x    | stranded left",
                "''           | auto:fixed auto     | 0 0    | stopped m2",
                "''           | auto:fixed:down     | 0 0    | left",
                "''           | auto:down           | 0 0    | m2",
                "''           | stop stop:down      | 0 0    | stopped left",
                "''           | stateful-stop       | 0 0    | stopped",
                "''           | force-stop          | 0 0    | killed",
                "''           | migrate:fixed       | 0 0    | m2",
                "''           | live-migrate        | 0 0    | m2",
                "auto         | stop migrate        | 0 0    | stopped m2",
                "stop         | migrate auto:down   | 0 0    | stopped left",
                "migrate      | stop auto:fixed     | 0 0    | m2 m3",
                "force-stop   | auto stop           | 0 0    | killed killed",
                "live-migrate | stop                | x x    | stranded"
            })
    void plans(String mode, String instances, String others, String expected) {
        var residents = new ArrayList<Resident>();
        for (var word : instances.split(" ", -1)) {
            residents.add(resident(residents.size(), word));
        }
        var plan = EvacuationPlan.of(residents, members(others), EvacuationMode.of(mode));
        assertThat(plan).extracting(step -> step.instance().id()).isSorted();
        assertThat(plan.stream().map(Step::fate).map(EvacuationPlanTest::word))
                .containsExactly(expected.split(" ", -1));
    }

    @Test
    void refusesOtherModes() {
        assertRefused(
                400,
                "Invalid value \"dance\" (not one of [auto migrate live-migrate stop stateful-stop force-stop])",
                () -> EvacuationMode.of("dance"));
    }

    @ParameterizedTest
    @CsvSource({
        "type=disk path=/ pool=local, true",
        "type=disk path=/data pool=local source=data, false",
        "type=disk path=/srv source=/srv, false",
        "type=nic network=br, true",
        "type=nic nictype=bridged parent=br, true",
        "type=nic nictype=bridged parent=eth0, false",
        "type=nic nictype=p2p, true",
        "type=gpu, false",
        "type=none, true"
    })
    void knowsWhichDevicesAreEverywhere(String keys, boolean movable) {
        var device =
                List.of(keys.split(" ", -1)).stream()
                        .map(key -> key.split("=", 2))
                        .collect(Collectors.toMap(key -> key[0], key -> key[1]));
        assertThat(Movability.of(Map.of("d", device), Set.of("br"))).isEqualTo(movable);
    }

    private static String word(Fate fate) {
        return switch (fate) {
            case Fate.LeftAlone() -> "left";
            case Fate.Stopped(var forced) -> forced ? "killed" : "stopped";
            case Fate.Stranded() -> "stranded";
            case Fate.Moved(var target) -> target.name();
        };
    }

    private static Resident resident(int number, String words) {
        var parts = List.of(words.split(":", -1));
        return new Resident(
                instance(number, Map.of(Instance.EVACUATE, parts.getFirst())),
                !parts.contains("down"),
                !parts.contains("fixed"),
                new Need(new Wish.Anywhere(), "", Set.of(), Set.of(HERE)));
    }

    private static StoredInstance instance(long id, Map<String, String> config) {
        return new StoredInstance(
                id,
                "default",
                "c" + id,
                HERE,
                "m1",
                Instance.CONTAINER,
                new InstanceUpdate("", config, Map.of(), false, List.of(), false, "", ""),
                config,
                Map.of(),
                Instant.EPOCH,
                Instant.EPOCH,
                true,
                1);
    }

    /// The member that is evacuated would be the best of all.
    private static List<Candidate> members(String others) {
        var members = new ArrayList<>(List.of(member(HERE, 0, false)));
        for (var word : others.split(" ", -1)) {
            var taken = word.equals("x");
            members.add(member(members.size() + 1L, taken ? 0 : Integer.parseInt(word), !taken));
        }
        return members;
    }

    private static Candidate member(long id, int instances, boolean available) {
        return new Candidate(
                id, "m" + id, Set.of(), Scheduling.ALL, Set.of(), available, true, instances);
    }
}
