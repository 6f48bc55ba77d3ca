package dev.pileus.desktop.shell;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.theme.Tone;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The bar at the top: which cluster, search, verdicts, language and look.
final class TopBarController {
    private static final double ROOM_FOR_WORDS = 280;

    private final Shell shell;
    private final Messages messages;
    private final Lifetime lifetime;
    private final Pane layer;

    @FXML private Button picker;
    @FXML private Region clusterDot;
    @FXML private Label clusterName;
    @FXML private Label clusterDetail;
    @FXML private TextField search;
    @FXML private Label searchKeys;
    @FXML private Label wait;
    @FXML private Label quorum;
    @FXML private Label certificate;
    @FXML private Button language;
    @FXML private MenuButton settings;

    /// @param layer over the whole window
    TopBarController(Shell shell, Messages messages, Lifetime lifetime, Pane layer) {
        this.shell = shell;
        this.messages = messages;
        this.lifetime = lifetime;
        this.layer = layer;
    }

    @FXML
    void initialize() {
        language.setText(messages.language().code().toUpperCase(Locale.ROOT));
        lifetime.follow(shell.clusters().open(), this::show);
        lifetime.follow(shell.quorum(), pill -> show(pill, quorum));
        lifetime.follow(shell.certificate(), pill -> show(pill, certificate));
        lifetime.follow(shell.waits(), this::showWait);
        lifetime.follow(search.widthProperty(), this::promptSearch);
        new SearchField(search, shell.search(), messages, layer);
        searchKeys.visibleProperty().bind(search.textProperty().isEmpty());
        var menu = new ClusterMenu(shell, messages);
        picker.setOnAction(_ -> menu.fresh().show(picker, Side.BOTTOM, 0, 4));
        settings.setOnShowing(
                _ -> settings.getItems().setAll(new SettingsMenu(shell, messages).items()));
        settings.getItems().setAll(new SettingsMenu(shell, messages).items());
    }

    @FXML
    void switchLanguage() {
        shell.speak(messages.language().other());
    }

    @FXML
    void switchTheme() {
        var look = shell.look();
        look.show(look.theme().get().other());
    }

    private void show(Optional<ClusterEntry> open) {
        open.map(ClusterEntry::tone).orElse(Tone.NEUTRAL).paint(clusterDot);
        clusterName.setText(
                open.map(ClusterEntry::name).orElse(messages.text("shell.picker.none")));
        clusterDetail.setText(open.map(ClusterEntry::detail).map(messages::text).orElse(""));
    }

    private void show(Optional<Pill> pill, Label label) {
        label.setVisible(pill.isPresent());
        label.setManaged(pill.isPresent());
        pill.ifPresent(verdict -> {
            label.setText(messages.text(verdict.text()));
            label.setTooltip(new Tooltip(messages.text(verdict.hint())));
            verdict.tone().paint(label);
        });
    }

    /// Prompts are cut without dots.
    private void promptSearch(Number width) {
        boolean roomy = width.doubleValue() >= ROOM_FOR_WORDS;
        search.setPromptText(messages.text(roomy ? "shell.search" : "shell.search.short"));
    }

    private void showWait() {
        var newest =
                shell.waits().isEmpty()
                        ? Optional.<Phrase>empty()
                        : Optional.of(shell.waits().getLast());
        wait.setVisible(newest.isPresent());
        wait.setManaged(newest.isPresent());
        wait.setText(newest.map(messages::text).orElse(""));
    }
}
