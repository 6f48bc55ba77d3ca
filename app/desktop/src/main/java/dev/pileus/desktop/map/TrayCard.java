package dev.pileus.desktop.map;

import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A member in the maintenance tray: evacuated, or on the way there or back.
final class TrayCard extends VBox {
    private static final PseudoClass LIFTED = PseudoClass.getPseudoClass("lifted");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double WIDTH = 208;

    private final CardTexts texts;
    private final StatusDot dot = new StatusDot();
    private final Label name = new Label();
    private final Label home = new Label();
    private final Label state = new Label();
    private final HBox badges = new HBox(4);
    private final DotsCanvas dots;
    private final ProgressBar progress = new ProgressBar();
    private @Nullable CardContent content;

    TrayCard(CardTexts texts, MapColours colours) {
        this.texts = texts;
        dots = new DotsCanvas(WIDTH - 24, 12, colours);
        getStyleClass().add("tray-card");
        setAccessibleRole(AccessibleRole.BUTTON);
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        name.getStyleClass().add("member-name");
        home.getStyleClass().add("chip");
        state.getStyleClass().addAll("tray-state", "tone-caution");
        progress.setMaxWidth(Double.MAX_VALUE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var heading = new HBox(8, dot, name, badges, space, home);
        heading.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(heading, state, dots, progress);
    }

    /// @param busy how far an evacuation or restore is, 0 to 1; negative: not known
    void show(CardContent shown, Optional<TrayProgress> busy) {
        content = shown;
        setId("card-" + shown.member());
        dot.show(shown.condition());
        name.setText(shown.member());
        home.setText(shown.home());
        badges.getChildren()
                .setAll(
                        shown.badges().stream()
                                .filter(badge -> !texts.sign(badge).isEmpty())
                                .map(this::sign)
                                .toList());
        state.setText(busy.map(TrayProgress::text).orElseGet(() -> texts.status(shown)));
        progress.setVisible(busy.isPresent());
        progress.setManaged(busy.isPresent());
        progress.setProgress(busy.map(TrayProgress::share).orElse(0.0));
        var withDots = busy.isEmpty() && !shown.dots().isEmpty();
        dots.setVisible(withDots);
        dots.setManaged(withDots);
        dots.show(shown.dots());
        setAccessibleText(texts.accessible(shown));
    }

    Optional<CardContent> content() {
        return Optional.ofNullable(content);
    }

    /// What the card says about the member's state.
    String stateText() {
        return state.getText();
    }

    void repaint() {
        dots.repaint();
    }

    void lift(boolean lifted) {
        pseudoClassStateChanged(LIFTED, lifted);
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    private Label sign(Badge badge) {
        var label = new Label(texts.sign(badge));
        label.getStyleClass()
                .addAll("badge", "badge-" + badge.kind().name().toLowerCase(Locale.ROOT));
        label.setUserData(badge);
        return label;
    }
}
