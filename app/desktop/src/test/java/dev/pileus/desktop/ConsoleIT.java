package dev.pileus.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.i18n.Language;
import dev.pileus.desktop.settings.Settings;
import dev.pileus.desktop.shell.View;
import dev.pileus.desktop.theme.Theme;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The whole window over the sample cluster; its pictures are to be looked at.
@ExtendWith(Desktop.class)
class ConsoleIT {
    private static final String[] LIGHT = {
        "--theme", "light", "--lang", "en", "--size", "1440x900"
    };

    @TempDir private Path settings;

    @Test
    void looksLikeThePictureInBothLooksAndLanguages() {
        try (var console = SampleConsole.open(settings, LIGHT)) {
            SampleActions.in(console.shell().actions());
            SampleActivity.in(console.activity());
            Desktop.act(() -> console.shell().selection().select(new Entity.Member("node1")));
            console.photograph("console-light");
            Desktop.act(() -> console.shell().look().show(Theme.DARK));
            console.photograph("console-dark");
            Desktop.act(() -> console.shell().speak(Language.JAPANESE));
            console.photograph("console-dark-ja");

            assertThat(console.says("再起動できるか")).isTrue();
            assertThat(console.says("Safe to reboot?")).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = View.Place.class,
            names = {"MEMBERS", "INSTANCES", "GROUPS", "CERTIFICATES", "OPERATIONS", "WARNINGS"})
    void everyTableHasItsPicture(View.Place place) {
        var name = place.name().toLowerCase(Locale.ROOT);
        try (var console = SampleConsole.open(settings, LIGHT)) {
            Desktop.act(() -> console.shell().views().show(place));
            console.photograph("view-" + name);
            Desktop.act(() -> console.shell().look().show(Theme.DARK));
            Desktop.act(() -> console.shell().speak(Language.JAPANESE));
            console.photograph("view-" + name + "-dark-ja");

            assertThat(console.shows("#table-" + name)).isTrue();
        }
    }

    @Test
    void fitsIntoASmallWindow() {
        try (var console =
                SampleConsole.open(
                        settings, "--theme", "light", "--lang", "ja", "--size", "1024x700")) {
            SampleActions.in(console.shell().actions());
            SampleActivity.in(console.activity());
            Desktop.act(() -> console.shell().selection().select(new Entity.Member("node6")));
            console.photograph("console-small-ja");

            assertThat(console.says("node6 が応答しません")).isTrue();
        }
    }

    @Test
    void keepsNoRoomForAnInspectorOfNothingInASmallWindow() {
        try (var console =
                SampleConsole.open(
                        settings, "--theme", "light", "--lang", "ja", "--size", "1024x700")) {
            console.photograph("console-small-nothing-ja");
            assertThat(console.shows(".inspector-place")).isFalse();

            Desktop.act(() -> console.shell().selection().select(new Entity.Member("node2")));
            Desktop.settle();
            assertThat(console.shows(".inspector-place")).isTrue();
        }
    }

    @Test
    void showsViewsByNumber() {
        try (var console = SampleConsole.open(settings, LIGHT)) {
            console.robot().push(KeyCode.CONTROL, KeyCode.DIGIT2);

            assertThat(shown(console)).hasValue(View.Place.INSTANCES);
        }
    }

    @Test
    void opensAndClosesPanesByKey() {
        try (var console = SampleConsole.open(settings, LIGHT)) {
            console.robot().push(KeyCode.CONTROL, KeyCode.I).push(KeyCode.CONTROL, KeyCode.J);
            assertThat(console.shows(".inspector-place")).isFalse();
            assertThat(console.shows(".activity-list")).isFalse();

            console.robot().push(KeyCode.CONTROL, KeyCode.I).push(KeyCode.CONTROL, KeyCode.J);
            assertThat(console.shows(".inspector-place")).isTrue();
            assertThat(console.shows(".activity-list")).isTrue();
        }
    }

    @Test
    void switchesLookAndLanguageInTheTopBar() {
        try (var console = SampleConsole.open(settings, LIGHT)) {
            console.robot().clickOn("EN");
            assertThat(console.says("何も選択されていません")).isTrue();

            console.robot().clickOn("#theme");
            assertThat(console.shell().look().theme().get()).isEqualTo(Theme.DARK);
            assertThat(console.says("何も選択されていません")).isTrue();
        }
    }

    @Test
    void remembersColumns() {
        try (var console = SampleConsole.open(settings, LIGHT)) {
            Desktop.act(() -> column(console, "name").setPrefWidth(222));
            Desktop.act(() -> column(console, "description").setVisible(true));
            Desktop.settle();
        }
        try (var console = SampleConsole.open(settings, LIGHT)) {
            assertThat(column(console, "name").getWidth()).isEqualTo(222);
            assertThat(column(console, "description").isVisible()).isTrue();
            assertThat(column(console, "architecture").isVisible()).isFalse();
        }
    }

    @Test
    void keepsViewAndSelectionInAnotherLanguage() {
        try (var console = SampleConsole.open(settings, LIGHT)) {
            Desktop.act(() -> console.shell().views().show(View.Place.GROUPS));
            Desktop.act(() -> console.shell().selection().select(new Entity.Member("node2")));

            Desktop.act(() -> console.shell().speak(Language.JAPANESE));

            assertThat(shown(console)).hasValue(View.Place.GROUPS);
            assertThat(console.says("node2")).isTrue();
            assertThat(console.says("障害ドメイン")).isTrue();
        }
    }

    @Test
    void remembersWhatTheUserChose() {
        try (var console = SampleConsole.open(settings, "--size", "1300x850")) {
            Desktop.act(() -> console.shell().look().show(Theme.LIGHT));
            Desktop.act(() -> console.shell().look().show(Theme.DARK));
            Desktop.act(() -> console.shell().speak(Language.JAPANESE));
            Desktop.act(() -> console.shell().views().show(View.Place.WARNINGS));
            Desktop.act(() -> console.shell().activityOpen().set(false));
        }
        try (var console = SampleConsole.open(settings)) {
            assertThat(console.shell().look().theme().get()).isEqualTo(Theme.DARK);
            assertThat(console.shell().messages().get().language()).isEqualTo(Language.JAPANESE);
            assertThat(shown(console)).hasValue(View.Place.WARNINGS);
            assertThat(console.shell().activityOpen().get()).isFalse();
            assertThat(console.scene().getWindow().getWidth()).isEqualTo(1300);
        }
    }

    @Test
    void doesNotTakeTheCommandLineForAChoice() {
        try (var console = SampleConsole.open(settings, "--lang", "ja")) {
            assertThat(console.shell().messages().get().language()).isEqualTo(Language.JAPANESE);
        }
        assertThat(RememberedLook.in(Settings.in(settings)).spoken()).isEmpty();
    }

    @Test
    void actsOnWhatIsSelectedByKeyButNotWhileTyping() {
        try (var console = SampleConsole.open(settings, LIGHT)) {
            var actions = SampleActions.in(console.shell().actions());
            Desktop.act(() -> console.shell().views().show(View.Place.MEMBERS));
            Desktop.act(() -> console.shell().selection().select(new Entity.Member("node4")));

            console.robot().clickOn("#filter").write("eee");
            assertThat(actions.done()).isEmpty();

            console.robot().eraseText(3);
            console.robot().clickOn("node1").push(KeyCode.E);
            assertThat(actions.done()).containsExactly("evacuate node1");
        }
    }

    private static TableColumn<?, ?> column(SampleConsole console, String id) {
        TableView<?> table = console.find("#table-members", TableView.class);
        for (var column : table.getColumns()) {
            if (column.getId().equals(id)) {
                return column;
            }
        }
        throw new AssertionError("No column " + id);
    }

    private static Optional<View.Place> shown(SampleConsole console) {
        return FxThread.ask(() -> console.shell().views().shown().get().map(View::place));
    }
}
