package dev.pileus.desktop.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.desktop.Desktop;
import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.SampleActivity;
import dev.pileus.desktop.SampleConsole;
import dev.pileus.desktop.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Desktop.class)
class ActivityIT {
    @TempDir private static Path settings;

    private final SampleConsole console = SampleConsole.usual(settings);

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void saysThatNothingGoesOn() {
        assertThat(console.says("Operations 0 · Events")).isTrue();
        assertThat(console.says("Nothing is running")).isTrue();
        console.photograph("activity-quiet");
    }

    @Test
    void cancelsOnlyWhatTheServerAllows() {
        List<String> cancelled = new CopyOnWriteArrayList<>();
        serve(cancelled::add);

        console.robot().clickOn(".work .button");

        await().untilAsserted(() -> assertThat(cancelled).containsExactly("2"));
    }

    @Test
    void tellsWhenTheServerDoesNotCancel() {
        serve(id -> {
            throw new IllegalStateException("This operation can't be cancelled: " + id);
        });

        console.robot().clickOn(".work .button");

        await().until(() -> console.says("This operation can't be cancelled: 2"));
    }

    private void serve(Consumer<String> server) {
        Desktop.act(() ->
                new Cancelling(console.shell(), new Tasks(), server, new Lifetime())
                        .serve(console.activity()));
        SampleActivity.in(console.activity());
        Desktop.settle();
    }

    @Test
    void explainsARedLineInADialog() {
        SampleActivity.in(console.activity());
        Desktop.settle();

        console.robot().clickOn("node6 has missed 3 heartbeats: OFFLINE");
        console.photograph("problem");
        assertThat(console.says("No heartbeat for 1m0.4s")).isTrue();
        assertThat(console.says("GET /1.0/cluster/members/node6/state")).isTrue();

        console.robot().push(KeyCode.ESCAPE);
        assertThat(console.says("GET /1.0/cluster/members/node6/state")).isFalse();
    }

    @Test
    void foldsToItsTitle() {
        SampleActivity.in(console.activity());
        Desktop.act(() -> console.shell().activityOpen().set(false));
        Desktop.settle();
        console.photograph("activity-folded");

        assertThat(console.says("Restoring node2")).isFalse();
        assertThat(console.says("Operations 2 · Events")).isTrue();
    }
}
