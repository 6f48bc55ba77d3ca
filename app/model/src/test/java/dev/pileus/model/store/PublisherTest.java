package dev.pileus.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublisherTest {
    private final Publisher publisher = new Publisher(ClusterImage.nothing());
    private final List<ClusterUpdate> told = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void tellsANewcomerAllThereIs() {
        publisher.publish(Images.withMembers("m1", "m2"));
        publisher.subscribe(told::add);
        await().until(() -> told.size() == 1);
        assertThat(told.getFirst().delta().members().added())
                .extracting(MemberImage::name)
                .containsExactly("m1", "m2");
    }

    @Test
    void tellsANewcomerAtOnceThatNothingIsKnownYet() {
        publisher.subscribe(told::add);
        await().until(() -> told.size() == 1);
        assertThat(told.getFirst().delta().isEmpty()).isTrue();
    }

    @Test
    void neverLosesTheLastImageOfABurst() {
        var first = new CountDownLatch(1);
        publisher.subscribe(update -> {
            awaitQuietly(first);
            told.add(update);
        });
        IntStream.rangeClosed(1, 500)
                .forEach(number -> publisher.publish(Images.withMembers("m" + number)));
        first.countDown();
        await().until(() -> lastMembers().equals(List.of("m500")));
        assertThat(told).hasSizeLessThan(500);
    }

    @Test
    void tellsDeltasWithoutAGap() {
        publisher.subscribe(told::add);
        IntStream.rangeClosed(1, 200)
                .forEach(number -> publisher.publish(Images.withMembers("m" + number)));
        await().until(() -> lastMembers().equals(List.of("m200")));
        var replayed = new CopyOnWriteArrayList<String>();
        for (var update : told) {
            update.delta().members().removed().forEach(gone -> replayed.remove(gone.name()));
            update.delta().members().added().forEach(come -> replayed.add(come.name()));
            assertThat(replayed).isEqualTo(names(update));
        }
    }

    @Test
    void carriesOnAfterASubscriberFailed() {
        publisher.subscribe(update -> {
            throw new IllegalStateException("this subscriber always fails");
        });
        publisher.subscribe(told::add);
        publisher.publish(Images.withMembers("m1"));
        await().until(() -> lastMembers().equals(List.of("m1")));
        publisher.publish(Images.withMembers("m2"));
        await().until(() -> lastMembers().equals(List.of("m2")));
    }

    @Test
    void tellsNothingAfterItWasClosed() {
        var other = new CopyOnWriteArrayList<ClusterUpdate>();
        publisher.subscribe(told::add).close();
        var before = told.size();
        publisher.publish(Images.withMembers("m1"));
        publisher.subscribe(other::add);
        await().until(() -> other.size() == 1);
        assertThat(told.stream().skip(before).map(PublisherTest::names))
                .doesNotContain(List.of("m1"));
    }

    @Test
    void keepsQuietWhenOnlyTheTimeOfReadingIsNew() {
        publisher.subscribe(told::add);
        await().until(() -> told.size() == 1);
        publisher.publish(Images.withMembers());
        publisher.publish(Images.withMembers("m1"));
        await().until(() -> lastMembers().equals(List.of("m1")));
        assertThat(told).hasSizeLessThanOrEqualTo(3);
        assertThat(told.stream().skip(1)).noneMatch(update -> update.delta().isEmpty());
    }

    private List<String> lastMembers() {
        return told.isEmpty() ? List.of() : names(told.getLast());
    }

    private static List<String> names(ClusterUpdate update) {
        return update.image().members().stream().map(MemberImage::name).toList();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
