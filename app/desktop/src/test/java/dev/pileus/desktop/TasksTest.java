package dev.pileus.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TasksTest {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Lifetime owner = new Lifetime();
    private final Tasks tasks = new Tasks(Runnable::run);

    @Test
    void tellsTheResult() {
        tasks.start("work", owner, () -> "result", told::add, this::failed);

        await().untilAsserted(() -> assertThat(told).containsExactly("result"));
    }

    @Test
    void tellsTheFailure() {
        tasks.start(
                "work",
                owner,
                () -> {
                    throw new IllegalStateException("no");
                },
                this::failed);

        await().untilAsserted(() -> assertThat(told).containsExactly("failed: no"));
    }

    @Test
    void interruptsWhatIsCancelledAndTellsNobody() {
        var interrupted = new AtomicBoolean();
        var running = tasks.start("work", owner, () -> waitForever(interrupted), this::failed);

        running.cancel();

        await().untilTrue(interrupted);
        assertThat(running.isUnderWay()).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void endsWithItsOwner() {
        var interrupted = new AtomicBoolean();
        tasks.start("work", owner, () -> waitForever(interrupted), this::failed);

        owner.close();

        await().untilTrue(interrupted);
        assertThat(told).isEmpty();
    }

    @Test
    void doesNotBeginForAnOwnerThatHasEnded() {
        owner.close();

        var running = tasks.start("work", owner, () -> told.add("begun"), this::failed);

        assertThat(running.isUnderWay()).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void worksOnTheNewestInputOnly() {
        var gate = new CountDownLatch(1);
        var newest =
                new Newest<Integer, Integer>(
                        tasks,
                        "work",
                        owner,
                        input -> pass(gate, input),
                        output -> told.add("done " + output),
                        this::failed);

        newest.take(1);
        newest.take(2);
        newest.take(3);
        gate.countDown();

        await().untilAsserted(() -> assertThat(told).containsExactly("done 1", "done 3"));
    }

    private void failed(Throwable failure) {
        told.add("failed: " + failure.getMessage());
    }

    private static int pass(CountDownLatch gate, int input) {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return input;
    }

    private static void waitForever(AtomicBoolean interrupted) throws InterruptedException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            interrupted.set(true);
            throw stopped;
        }
    }
}
