package dev.pileus.domain.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.Operation;
import dev.pileus.database.LocalDatabase;
import dev.pileus.domain.Clock;
import dev.pileus.domain.TestDatabase;
import dev.pileus.domain.events.EventHub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LostOperationsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir Path folder;
    private final Clock clock = new Clock();
    private final Set<String> offline = new HashSet<>();
    private final List<Operation> told = new ArrayList<>();
    private LocalDatabase database;
    private EventHub events;
    private LostOperations lost;

    @BeforeEach
    void open() {
        database = TestDatabase.cluster(folder, "m1", "m2");
        var here = TestDatabase.member(1, "m1");
        events = new EventHub(here, clock);
        lost =
                new LostOperations(
                        database, here, events, member -> !offline.contains(member), clock);
        var subscription =
                events.subscribe((event, local) -> {
                    if (!local) { // what members tell of themselves is passed on
                        event.operation().ifPresent(told::add);
                    }
                });
        assertThat(subscription).isNotNull();
    }

    @AfterEach
    void close() {
        lost.close();
        database.close();
    }

    @Test
    void tellsOnceOfMembersThatDoNotAnswer() {
        note(2, "a");
        note(1, "own");
        assertThat(lost.look()).isTrue();
        assertThat(told).isEmpty();
        offline.add("m1");
        offline.add("m2");
        assertThat(lost.look()).isTrue();
        var operation = told.getFirst();
        assertThat(operation.id()).isEqualTo("a");
        assertThat(operation.status()).isEqualTo("Failure");
        assertThat(operation.location()).isEqualTo("m2");
        assertThat(operation.err())
                .isEqualTo(
                        "Cluster member \"m2\" does not answer any more: whether this was done is not known");
        forget("a");
        forget("own");
        assertThat(lost.look()).isFalse();
        assertThat(told).hasSize(1);
    }

    @Test
    void tellsOfMembersThatHaveForgotten() {
        note(2, "a");
        lost.look();
        forget("a");
        lost.look();
        assertThat(told).extracting(Operation::id).containsExactly("a");
        assertThat(told.getFirst().err()).startsWith("Cluster member \"m2\" was restarted");
    }

    @Test
    void saysNothingOfWhatWasHeard() {
        note(2, "a");
        lost.look();
        try (var there =
                new OperationsService(
                        database,
                        TestDatabase.member(2, "m2"),
                        events,
                        clock,
                        UUID::randomUUID,
                        new Tokens(
                                TestDatabase.member(2, "m2"), events, clock, UUID::randomUUID))) {
            var heard = there.start(Task.of("Counting", progress -> {}));
            assertThat(there.await(heard.id(), LONG).isFinished()).isTrue();
            lost.look();
            forget(heard.id());
            lost.look();
            assertThat(told).isEmpty();
        }
    }

    private void note(long member, String id) {
        database.write(
                OperationsRepository.note(
                        member, id, Task.of("Counting", progress -> {}), clock.instant()));
    }

    private void forget(String id) {
        database.write(OperationsRepository.forget(id));
    }
}
