package dev.pileus.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.api.Instance;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScaleTest {
    private static final int MEMBERS = 1000;
    private static final int INSTANCES = 20_000;

    @Test
    void tellsOfOneInstanceAmongTwentyThousand() throws InterruptedException {
        var source = new FakeSource();
        source.members = IntStream.range(0, MEMBERS).mapToObj(i -> Images.member("m" + i)).toList();
        source.instances = instances("m0");
        try (var live = LiveCluster.open(source, Intervals.standard(), InstantSource.system())) {
            assertThat(live.awaitFirst(Duration.ofSeconds(20))).isTrue();
            var moved = new CopyOnWriteArrayList<Change<Instance>>();
            live.subscribe(update -> moved.addAll(update.delta().moved()));
            source.instances = instances("m1");
            source.lifecycle("instance-migrated", "/1.0/instances/i0");
            await().atMost(Duration.ofSeconds(5)).until(() -> moved.size() == 1);
            assertThat(source.count("instances")).isEqualTo(1);
        }
    }

    private static List<Instance> instances(String ofTheFirst) {
        return IntStream.range(0, INSTANCES)
                .mapToObj(i -> Images.running("i" + i, i == 0 ? ofTheFirst : "m" + i % MEMBERS))
                .toList();
    }
}
