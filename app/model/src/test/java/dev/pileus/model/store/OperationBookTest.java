package dev.pileus.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.Operation;
import dev.pileus.api.StatusCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationBookTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Operation RUNNING = Images.operation("op1", StatusCode.RUNNING);
    private static final Operation DONE = Images.operation("op1", StatusCode.SUCCESS);

    private final OperationBook book = new OperationBook(Duration.ofSeconds(30));

    @Test
    void keepsAFinishedOperationThatTheServerForgot() {
        book.heard(RUNNING, NOW);
        book.heard(DONE, NOW.plusSeconds(1));
        book.listed(List.of(), NOW.plusSeconds(10), NOW.plusSeconds(10));
        assertThat(book.operations(NOW.plusSeconds(30))).containsExactly(DONE);
        assertThat(book.operations(NOW.plusSeconds(32))).isEmpty();
    }

    @Test
    void dropsARunningOperationThatTheListNoLongerHolds() {
        book.heard(RUNNING, NOW);
        book.listed(List.of(), NOW.plusSeconds(1), NOW.plusSeconds(2));
        assertThat(book.operations(NOW.plusSeconds(2))).isEmpty();
    }

    @Test
    void keepsAnOperationThatBeganWhileTheListWasMade() {
        book.heard(RUNNING, NOW.plusSeconds(2));
        book.listed(List.of(), NOW.plusSeconds(1), NOW.plusSeconds(3));
        assertThat(book.operations(NOW.plusSeconds(3))).containsExactly(RUNNING);
    }

    @Test
    void doesNotTakeBackTheEndForALateList() {
        book.heard(DONE, NOW);
        book.listed(List.of(RUNNING), NOW, NOW.plusSeconds(1));
        assertThat(book.operations(NOW.plusSeconds(1))).containsExactly(DONE);
    }

    @Test
    void forgetsAFinishedOperationInTimeThoughListsRepeatIt() {
        book.heard(DONE, NOW);
        book.listed(List.of(DONE), NOW.plusSeconds(5), NOW.plusSeconds(5));
        assertThat(book.operations(NOW.plusSeconds(31))).isEmpty();
    }
}
