package dev.pileus.desktop.map;

import dev.pileus.desktop.i18n.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Where members stand that are in maintenance, and where a card is dropped to get there. While a
/// card is being dragged it says what the drop would do.
final class MaintenanceTray extends HBox {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private static final double ROOM_FOR_WORDS = 420;
    private static final double GAP = 12;

    private final Messages messages;
    private final Supplier<TrayCard> newCard;
    private final Label sentence = new Label();
    private final Label quorum = new Label();
    private final HBox row = new HBox(10);
    private final VBox words;
    private final ScrollPane scroll;
    private final Map<String, TrayCard> cards = new LinkedHashMap<>();
    private @Nullable DragForecast forecast;

    MaintenanceTray(Messages messages, Supplier<TrayCard> newCard) {
        this.messages = messages;
        this.newCard = newCard;
        var title = new Label(messages.text("map.maintenance"));
        title.getStyleClass().add("tray-title");
        sentence.getStyleClass().add("tray-sentence");
        sentence.setWrapText(true);
        quorum.getStyleClass().add("tray-quorum");
        quorum.setWrapText(true);
        words = new VBox(2, title, sentence, quorum);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        row.setAlignment(Pos.CENTER_LEFT);
        scroll = new ScrollPane(row);
        scroll.getStyleClass().add("tray-scroll");
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
        scroll.setFitToHeight(true);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        getStyleClass().add("maintenance-tray");
        setId("maintenance-tray");
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(words, scroll);
        refresh();
    }

    void show(
            List<CardContent> members,
            @Nullable String selected,
            Map<String, TrayProgress> underway) {
        cards.keySet().retainAll(members.stream().map(CardContent::member).toList());
        for (var member : members) {
            var card = cards.computeIfAbsent(member.member(), _ -> newCard.get());
            card.show(member, Optional.ofNullable(underway.get(member.member())));
            card.select(member.member().equals(selected));
        }
        row.getChildren()
                .setAll(members.stream().map(member -> cards.get(member.member())).toList());
        refresh();
    }

    List<TrayCard> cards() {
        return List.copyOf(cards.values());
    }

    /// Scrolls just so far that a card is in sight.
    void reveal(TrayCard card) {
        var hidden = row.getWidth() - scroll.getViewportBounds().getWidth();
        if (hidden > 0) {
            var left = card.getBoundsInParent().getMinX();
            var right = card.getBoundsInParent().getMaxX() - scroll.getViewportBounds().getWidth();
            scroll.setHvalue(Math.clamp(scroll.getHvalue(), right / hidden, left / hidden));
        }
    }

    /// Says what a drop would do; null: nothing is being dragged.
    ///
    /// @param over whether the pointer is over the tray
    void announce(@Nullable DragForecast newForecast, boolean over) {
        forecast = newForecast;
        pseudoClassStateChanged(ACTIVE, newForecast != null);
        pseudoClassStateChanged(TARGET, over);
        refresh();
    }

    /// Keeps what is said beside the dragged card, on the side with more room.
    ///
    /// @param card where it is in the window
    /// @return whether all of it can be read; else the card lies over it
    boolean makeWay(Bounds card) {
        var tray = localToScene(getLayoutBounds());
        var left = card.getMinX() - tray.getMinX() - GAP;
        var right = tray.getMaxX() - card.getMaxX() - GAP;
        var covered = card.intersects(tray) && Math.max(left, right) < ROOM_FOR_WORDS;
        if (covered || !card.intersects(tray)) {
            HBox.setMargin(words, Insets.EMPTY);
        } else if (left >= right) {
            HBox.setMargin(words, new Insets(0, tray.getWidth() - left, 0, 0));
        } else {
            HBox.setMargin(words, new Insets(0, 0, 0, tray.getWidth() - right));
        }
        return !covered;
    }

    private void refresh() {
        var said = forecast;
        if (said == null) {
            HBox.setMargin(words, Insets.EMPTY);
        }
        var hasCards = !cards.isEmpty();
        scroll.setVisible(hasCards && said == null);
        scroll.setManaged(hasCards && said == null);
        sentence.setText(
                said != null
                        ? said.sentence()
                        : messages.text(hasCards ? "map.trayBack" : "map.trayEmpty"));
        sentence.setMaxWidth(said == null && hasCards ? 190 : Double.MAX_VALUE);
        HBox.setHgrow(words, said != null || !hasCards ? Priority.ALWAYS : Priority.NEVER);
        var line = said == null ? "" : said.quorum();
        quorum.setText(line);
        quorum.setVisible(!line.isEmpty());
        quorum.setManaged(!line.isEmpty());
        quorum.getStyleClass().setAll("label", "tray-quorum", tone(said));
    }

    private static String tone(@Nullable DragForecast said) {
        if (said == null) {
            return "tone-neutral";
        }
        return switch (said.tone()) {
            case OK -> "tone-ok";
            case CAUTION -> "tone-caution";
            case DANGER -> "tone-danger";
        };
    }
}
