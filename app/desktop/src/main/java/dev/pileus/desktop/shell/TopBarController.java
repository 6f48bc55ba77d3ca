package dev.pileus.desktop.shell;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.theme.Tone;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow.AnchorLocation;

/// The bar at the top: which cluster, search, verdicts, language and look.
final class TopBarController {
    private static final double ROOM_FOR_WORDS = 280;

    /// Below, the product's name and the cluster's details would push the rest out of the window.
    private static final double ROOM_FOR_DETAILS = 1280;

    /// Below, even the verdicts have to be brief.
    private static final double ROOM_FOR_VERDICTS = 1000;

    private static final double BRAND_WIDTH = 132;

    private final Shell shell;
    private final Messages messages;
    private final Lifetime lifetime;
    private final Pane layer;

    @FXML private HBox bar;
    @FXML private HBox brand;
    @FXML private Label brandName;
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
    @FXML private Button settings;

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
        lifetime.follow(bar.widthProperty(), this::makeRoom);
        lifetime.follow(shell.waits(), this::showWait);
        lifetime.follow(search.widthProperty(), this::promptSearch);
        new SearchField(search, shell.search(), messages, layer);
        searchKeys.visibleProperty().bind(search.textProperty().isEmpty());
        var menu = new ClusterMenu(shell, messages);
        picker.setOnAction(_ -> menu.fresh().show(picker, Side.BOTTOM, 0, 4));
        settings.setOnAction(_ -> openSettings());
    }

    /// Right under its button, as the button stands at the right edge.
    private void openSettings() {
        var menu = new ContextMenu();
        menu.getItems().setAll(new SettingsMenu(shell, messages).items());
        menu.setAnchorLocation(AnchorLocation.WINDOW_TOP_RIGHT);
        var place = settings.localToScreen(settings.getLayoutBounds());
        menu.show(settings, place.getMaxX(), place.getMaxY() + 4);
    }

    private void makeRoom(Number width) {
        boolean detailed = width.doubleValue() >= ROOM_FOR_DETAILS;
        for (var part : List.of(brandName, clusterDetail)) {
            part.setVisible(detailed);
            part.setManaged(detailed);
        }
        brand.setMinWidth(detailed ? BRAND_WIDTH : Region.USE_COMPUTED_SIZE);
        show(shell.quorum().get(), quorum);
        show(shell.certificate().get(), certificate);
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
            boolean roomy = bar.getWidth() >= ROOM_FOR_VERDICTS;
            label.setText(messages.text(roomy ? verdict.text() : verdict.brief()));
            label.setAccessibleText(messages.text(verdict.text()));
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
