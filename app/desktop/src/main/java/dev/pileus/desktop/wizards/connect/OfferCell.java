package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.i18n.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A found server: name and product, below them where it is and what is known of it.
final class OfferCell extends ListCell<Offer> {
    private final Messages messages;
    private final Label name = label("offer-name");
    private final Label product = label("pill");
    private final Label knowledge = label("field-note");
    private final Label where = label("field-note");
    private final VBox lines;

    OfferCell(Messages messages) {
        this.messages = messages;
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var first = new HBox(8, name, product, gap, knowledge);
        first.setAlignment(Pos.CENTER_LEFT);
        lines = new VBox(3, first, where);
        lines.setAlignment(Pos.CENTER_LEFT);
        // never wider than the list: long lists of addresses are cut
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Offer offer, boolean empty) {
        super.updateItem(offer, empty);
        if (empty || offer == null) {
            setGraphic(null);
            return;
        }
        name.setText(offer.name());
        product.setText(offer.product());
        where.setText(messages.text(offer.where()));
        knowledge.setText(messages.text(offer.knowledge()));
        setGraphic(lines);
    }

    private static Label label(String styleClass) {
        var label = new Label();
        label.getStyleClass().addAll(styleClass, "tone-neutral");
        return label;
    }
}
