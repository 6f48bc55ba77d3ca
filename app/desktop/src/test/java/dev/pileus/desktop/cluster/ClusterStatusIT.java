package dev.pileus.desktop.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.desktop.Desktop;
import dev.pileus.desktop.FxThread;
import dev.pileus.desktop.SampleCluster;
import dev.pileus.desktop.SampleConsole;
import dev.pileus.desktop.shell.ClusterEntry;
import dev.pileus.desktop.theme.Tone;
import dev.pileus.model.store.Link;
import dev.pileus.model.store.Trouble;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Desktop.class)
class ClusterStatusIT {
    @TempDir private static Path settings;

    private final SampleConsole console = SampleConsole.usual(settings);

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void saysWhatTheClusterSurvivesAndHowLongItsCertificateLasts() {
        assertThat(console.says("Quorum 3 of 3 · survives 1 failure")).isTrue();
        assertThat(console.says("Certificate 87 days")).isTrue();
        assertThat(console.says("Incus 6.0.4 · 6 members")).isTrue();
    }

    @Test
    void tellsOnceThatNobodyAnswersAndTakesItBack() {
        var trouble =
                new Trouble.Unreachable(
                        Trouble.Unreachable.Cause.NOTHING_LISTENS, "Connection refused");
        var lost = new Link.Interrupted(trouble, SampleCluster.SILENT_SINCE);

        console.show(SampleCluster.interrupted(lost));
        console.show(SampleCluster.interrupted(lost));
        console.photograph("interrupted");

        assertThat(FxThread.ask(() -> console.shell().notices().size())).isEqualTo(1);
        assertThat(console.says("Since 15:41 the cluster cannot be read")).isTrue();
        assertThat(console.says("Nothing listens at prod-east: Connection refused")).isTrue();
        assertThat(
                        FxThread.ask(() ->
                                console.shell().clusters().open().get().map(ClusterEntry::tone)))
                .isEqualTo(Optional.of(Tone.DANGER));

        console.show(SampleCluster.image());

        assertThat(FxThread.ask(() -> console.shell().notices().size())).isZero();
    }
}
