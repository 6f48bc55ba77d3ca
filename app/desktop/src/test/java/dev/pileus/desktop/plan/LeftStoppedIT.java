package dev.pileus.desktop.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.api.Instance;
import dev.pileus.api.Json;
import dev.pileus.api.StatusCode;
import dev.pileus.desktop.Desktop;
import dev.pileus.desktop.FxThread;
import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.SampleCluster;
import dev.pileus.desktop.Tasks;
import dev.pileus.desktop.actions.Actions;
import dev.pileus.desktop.actions.Selection;
import dev.pileus.desktop.cluster.ShownCluster;
import dev.pileus.desktop.i18n.Language;
import dev.pileus.desktop.shell.Notice;
import dev.pileus.desktop.shell.Shell;
import dev.pileus.desktop.theme.Look;
import dev.pileus.desktop.theme.Theme;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.InstanceKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// web-1 was stopped for an evacuation of node1 that failed.
@ExtendWith(Desktop.class)
class LeftStoppedIT {
    private static final Instance WEB_1 =
            Json.mapper()
                    .convertValue(
                            Map.of(
                                    "name",
                                    "web-1",
                                    "project",
                                    "default",
                                    "location",
                                    "node1",
                                    "status",
                                    "Stopped",
                                    "status_code",
                                    StatusCode.STOPPED,
                                    "config",
                                    Map.of("volatile.last_state.power", "RUNNING")),
                            Instance.class);

    private final Lifetime lifetime = new Lifetime();
    private final ShownCluster cluster = FxThread.ask(ShownCluster::new);
    private final List<InstanceKey> started = new CopyOnWriteArrayList<>();
    private final Shell shell =
            FxThread.ask(() ->
                    new Shell(
                            Desktop.CLOCK,
                            Language.ENGLISH,
                            new Look(Theme.LIGHT, Language.ENGLISH),
                            new Actions(),
                            new Selection()));

    LeftStoppedIT() {
        Desktop.act(() ->
                new LeftStopped(
                        shell,
                        cluster,
                        new Tasks(),
                        instances -> {
                            started.addAll(instances);
                            return new LinkedHashMap<>();
                        },
                        lifetime));
    }

    @AfterEach
    void close() {
        Desktop.act(lifetime::close);
    }

    @Test
    void tellsOfThemOnlyWhenItIsNoPassingState() {
        show(Duration.ZERO, List.of(WEB_1));
        show(LeftStopped.PATIENCE.minusSeconds(1), List.of(WEB_1));
        assertThat(notices()).isEmpty();

        show(LeftStopped.PATIENCE, List.of(WEB_1));
        await().until(() -> !notices().isEmpty());
        assertThat(text(notices().getFirst()))
                .isEqualTo("Stopped for an evacuation and not started again: web-1.");
    }

    @Test
    void startsThemOnAWord() {
        show(Duration.ZERO, List.of(WEB_1));
        show(LeftStopped.PATIENCE, List.of(WEB_1));
        await().until(() -> !notices().isEmpty());

        Desktop.act(() -> notices().getFirst().choices().getFirst().run().run());

        await().untilAsserted(() -> assertThat(started).containsExactly(InstanceKey.of(WEB_1)));
        await().until(() -> text(notices().getLast()).equals("What was left stopped runs again."));
    }

    @Test
    void takesTheWordBackWhenTheyRun() {
        show(Duration.ZERO, List.of(WEB_1));
        show(LeftStopped.PATIENCE, List.of(WEB_1));
        await().until(() -> !notices().isEmpty());

        show(LeftStopped.PATIENCE.plusSeconds(1), List.of());

        await().until(() -> notices().isEmpty());
    }

    private void show(Duration later, List<Instance> instances) {
        var image = SampleCluster.with(instances);
        cluster.show(
                new ClusterImage(
                        image.takenAt().plus(later),
                        image.link(),
                        image.server(),
                        image.cluster(),
                        image.members(),
                        image.groups(),
                        image.instances(),
                        List.of(),
                        image.warnings(),
                        image.certificates(),
                        image.unread()));
        Desktop.settle();
    }

    private List<Notice> notices() {
        return FxThread.ask(() -> List.copyOf(shell.notices()));
    }

    private String text(Notice notice) {
        return shell.messages().get().text(notice.text());
    }
}
