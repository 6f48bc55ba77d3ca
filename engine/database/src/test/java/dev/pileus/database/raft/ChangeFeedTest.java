package dev.pileus.database.raft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.database.TableListener;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChangeFeedTest {
    private static final Deadline NOW = Deadline.in(Duration.ZERO);

    private final ChangeFeed feed = new ChangeFeed();

    @Test
    void tellsWhatChangedSinceAnEntry() throws Exception {
        feed.begin(10);
        feed.tell(11, Set.of("a"));
        feed.tell(15, Set.of("b", "c"));
        assertThat(feed.since(10, NOW)).isEqualTo(changes(15, "a", "b", "c"));
        assertThat(feed.since(11, NOW)).isEqualTo(changes(15, "b", "c"));
        assertThat(feed.since(15, NOW)).isEqualTo(changes(15));
    }

    @Test
    void whoAsksForAForgottenPastIsToldEverything() throws Exception {
        feed.begin(10);
        assertThat(feed.since(7, NOW)).isEqualTo(changes(10, "*"));
        for (var i = 11; i < 1000; i++) {
            feed.tell(i, Set.of("a"));
        }
        assertThat(feed.since(12, NOW)).isEqualTo(changes(999, "*"));
        assertThat(feed.since(900, NOW)).isEqualTo(changes(999, "a"));
        feed.tell(1200, ChangeFeed.EVERYTHING);
        assertThat(feed.since(1100, NOW)).isEqualTo(changes(1200, "*"));
    }

    @Test
    void whoIsAheadOfThisMemberWaits() throws Exception {
        feed.begin(10);
        assertThat(feed.since(20, NOW)).isEqualTo(changes(20));
    }

    @Test
    void answersAsSoonAsSomethingChanges() throws Exception {
        var answer = new CompletableFuture<ChangeFeed.Changes>();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        answer.complete(feed.since(5, Deadline.in(Duration.ofMinutes(1))));
                    } catch (InterruptedException e) {
                        answer.completeExceptionally(e);
                    }
                });
        feed.tell(6, Set.of("a"));
        assertThat(answer.get()).isEqualTo(changes(6, "a"));
    }

    @Test
    void aListenerThatFailsHarmsNobody() {
        var told = new AtomicInteger();
        feed.watch(
                TableListener.of(
                        Set.of("a"),
                        () -> {
                            throw new IllegalStateException("on purpose");
                        }));
        feed.watch(TableListener.of(Set.of("a"), told::incrementAndGet));
        feed.tell(1, Set.of("a"));
        assertThat(told).hasValue(1);
    }

    private static ChangeFeed.Changes changes(long upTo, String... tables) {
        return new ChangeFeed.Changes(upTo, Set.of(tables));
    }
}
