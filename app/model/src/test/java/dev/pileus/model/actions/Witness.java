package dev.pileus.model.actions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.client.ServerApi;
import dev.pileus.model.store.ClientSource;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.Intervals;
import dev.pileus.model.store.LiveCluster;
import java.time.Duration;
import java.time.InstantSource;

/// Sees a real cluster as the console does.
final class Witness {
    private static final Duration SOON = Duration.ofSeconds(20);

    private Witness() {}

    static LiveCluster watch(ServerApi server) {
        var live =
                LiveCluster.open(
                        new ClientSource(server), Intervals.standard(), InstantSource.system());
        try {
            assertThat(live.awaitFirst(SOON)).isTrue();
            return live;
        } catch (InterruptedException e) {
            live.close();
            throw new IllegalStateException(e);
        }
    }

    static ClusterImage image(ServerApi server) {
        try (var live = watch(server)) {
            return live.image();
        }
    }
}
