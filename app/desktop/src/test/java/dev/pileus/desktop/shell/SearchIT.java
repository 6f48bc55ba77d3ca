package dev.pileus.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.desktop.Desktop;
import dev.pileus.desktop.FxThread;
import dev.pileus.desktop.SampleActions;
import dev.pileus.desktop.SampleConsole;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.search.Hit;
import dev.pileus.desktop.theme.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Everything can be reached by typing.
@ExtendWith(Desktop.class)
class SearchIT {
    @TempDir private static Path settings;

    private final SampleConsole console =
            SampleConsole.open(
                    Desktop.fresh(settings),
                    "--theme",
                    "dark",
                    "--lang",
                    "en",
                    "--size",
                    "1440x900");
    private final SampleActions actions = SampleActions.in(console.shell().actions());

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void doesSomethingToSomethingByName() {
        search("evac node3");
        console.photograph("search-dark");

        console.robot().push(KeyCode.ENTER);

        assertThat(actions.done()).containsExactly("evacuate node3");
        assertThat(console.shows("#search-hits")).isFalse();
    }

    @Test
    void offersADeedForEveryMemberThatItIsPossibleFor() {
        search("evac");

        assertThat(titles()).hasSize(6).containsOnly("Evacuate…");
    }

    @Test
    void saysThatNothingIsCalledLikeThat() {
        search("zzzz");

        assertThat(console.says("Nothing is called “zzzz”")).isTrue();
        console.robot().push(KeyCode.ESCAPE);
        assertThat(console.shows("#search-hits")).isFalse();
    }

    @Test
    void selectsWhatItFinds() {
        search("gpu-train-03");

        console.robot().push(KeyCode.ENTER);

        assertThat(FxThread.ask(() -> console.shell().selection().entity().get()))
                .contains(new Entity.Instance("default", "gpu-train-03"));
        assertThat(console.says("Running · Container · on node4")).isTrue();
    }

    @Test
    void opensViews() {
        search("warn");

        console.robot().push(KeyCode.ENTER);

        assertThat(FxThread.ask(() -> console.shell().views().shown().get().map(View::place)))
                .isEqualTo(Optional.of(View.Place.WARNINGS));
    }

    @Test
    void goesUpAndDown() {
        search("node");

        console.robot().push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.UP).push(KeyCode.ENTER);

        assertThat(FxThread.ask(() -> console.shell().selection().entity().get()))
                .contains(new Entity.Member("node2"));
    }

    @Test
    void offersEveryActionOfTheConsole() {
        search("connect");

        assertThat(titles()).contains("Connect…");
    }

    @Test
    void findsWhatTheSettingsOffer() {
        search("light");

        console.robot().push(KeyCode.ENTER);

        assertThat(FxThread.ask(() -> console.shell().look().theme().get())).isEqualTo(Theme.LIGHT);
    }

    @Test
    void leavesWithEscape() {
        search("node");

        console.robot().push(KeyCode.ESCAPE);

        assertThat(console.shows("#search-hits")).isFalse();
        assertThat(actions.done()).isEmpty();
    }

    private void search(String typed) {
        console.robot().push(KeyCode.CONTROL, KeyCode.K).write(typed);
        Desktop.settle();
    }

    private List<String> titles() {
        var hits = console.find("#search-hits", ListView.class);
        return FxThread.ask(() ->
                List.<Object>copyOf(hits.getItems()).stream()
                        .map(hit -> ((Hit) hit).title())
                        .toList());
    }
}
