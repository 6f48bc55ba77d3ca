package dev.pileus.desktop.map;

import dev.pileus.api.MemberStatus;
import dev.pileus.model.store.InstanceKey;
import dev.pileus.model.store.MemberLoad;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A member on the map. Cards are pooled: [#show] gives a card another content. Places inside are
/// those of the reference picture.
final class MemberCard extends Pane {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass LIFTED = PseudoClass.getPseudoClass("lifted");
    private static final double LEFT = 14;
    private static final double INNER = MapLayout.CARD_WIDTH - 2 * LEFT;
    private static final double DOTS_TOP = 76;
    private static final double DOTS_HEIGHT = 54;
    private static final double BOTTOM_ROW = 154;

    private final CardTexts texts;
    private final StatusDot status = new StatusDot();
    private final Label name = styled("member-name");
    private final Label address = styled("member-address");
    private final HBox badges = row();
    private final HBox groups = row();
    private final DotsCanvas dots;
    private final LoadBar processor;
    private final LoadBar memory;
    private final Label condition = styled("member-condition");
    private final Label message = styled("member-message");
    private final Label arrivals = styled("arrivals");
    private final Tooltip fullText = new Tooltip();
    private @Nullable CardContent content;
    private String lane = "";
    private Detail detail = Detail.FULL;

    MemberCard(CardTexts texts, MapColours colours) {
        this.texts = texts;
        dots = new DotsCanvas(INNER, DOTS_HEIGHT, colours);
        processor = new LoadBar(texts.processor());
        memory = new LoadBar(texts.memory());
        getStyleClass().add("member-card");
        setAccessibleRole(AccessibleRole.BUTTON);
        setPrefSize(MapLayout.CARD_WIDTH, MapLayout.CARD_HEIGHT);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        arrivals.setVisible(false);
        message.setWrapText(true);
        fullText.setWrapText(true);
        fullText.setMaxWidth(420);
        getChildren()
                .addAll(
                        status, name, address, badges, dots, processor, memory, condition, message,
                        groups, arrivals);
    }

    /// @param newLane the lane it stands in
    void show(CardContent newContent, String newLane, Detail newDetail) {
        if (newContent.equals(content) && newLane.equals(lane) && newDetail == detail) {
            return;
        }
        content = newContent;
        lane = newLane;
        detail = newDetail;
        setId("card-" + newContent.member());
        status.show(newContent.condition());
        name.setText(newContent.member());
        address.setText(newContent.address());
        badges.getChildren()
                .setAll(
                        newContent.badges().stream()
                                .map(badge -> badgeNode(badge, newDetail))
                                .toList());
        groups.getChildren().setAll(newContent.groups().stream().map(MemberCard::chip).toList());
        dots.show(newContent.dots());
        showLoad(newContent.load());
        showCondition(newContent);
        pseudoClassStateChanged(COMPACT, newDetail == Detail.COMPACT);
        var full = newDetail == Detail.FULL;
        for (Node part : List.of(address, dots, groups)) {
            part.setVisible(full);
        }
        setAccessibleText(texts.accessible(newContent));
        requestLayout();
    }

    private void showLoad(Optional<MemberLoad> load) {
        var shown = detail == Detail.FULL && content != null && isCalm(content.condition());
        var share = load.map(MemberLoad::processorShare).orElse(OptionalDouble.empty());
        // An empty bar would say "idle" where the server says nothing.
        processor.setVisible(shown && (share.isPresent() || load.isEmpty()));
        memory.setVisible(shown);
        processor.show(share.orElse(0));
        memory.show(load.map(MemberLoad::memoryShare).orElse(0.0));
    }

    private void showCondition(CardContent shown) {
        var telling = detail == Detail.FULL && !isCalm(shown.condition());
        condition.setVisible(telling);
        message.setVisible(telling);
        condition.setText(texts.condition(shown));
        condition.getStyleClass().setAll("label", "member-condition", tone(shown.condition()));
        message.setText(texts.message(shown));
        fullText.setText(texts.accessible(shown));
        Tooltip.install(status, fullText);
        Tooltip.install(name, fullText);
        Tooltip.install(message, fullText);
    }

    /// Calm states leave their room to the load bars.
    private static boolean isCalm(MemberStatus condition) {
        return condition == MemberStatus.ONLINE;
    }

    static String tone(MemberStatus condition) {
        return switch (condition) {
            case ONLINE -> "tone-ok";
            case OFFLINE -> "tone-danger";
            case EVACUATED, EVACUATING, RESTORING, BLOCKED -> "tone-caution";
            case UNKNOWN -> "tone-neutral";
        };
    }

    void repaint() {
        dots.repaint();
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    /// While the card is being dragged its place stays, faded.
    void lift(boolean lifted) {
        pseudoClassStateChanged(LIFTED, lifted);
    }

    /// What the member would receive; 0 hides the mark.
    void showArrivals(int count) {
        arrivals.setVisible(count > 0);
        arrivals.setText(texts.arrivals(count));
        requestLayout();
    }

    /// What the card shows at the moment.
    Optional<CardContent> content() {
        return Optional.ofNullable(content);
    }

    String lane() {
        return lane;
    }

    /// The instance whose dot is under a point of the scene.
    Optional<InstanceDot> dotAt(Point2D scene) {
        if (detail != Detail.FULL) {
            return Optional.empty();
        }
        var point = sceneToLocal(scene);
        return dots.at(point.getX() - LEFT, point.getY() - DOTS_TOP);
    }

    /// Rings the dot of an instance, if it is here; null: none.
    void mark(@Nullable InstanceKey instance) {
        dots.mark(instance);
    }

    @Override
    protected void layoutChildren() {
        var compact = detail == Detail.COMPACT;
        place(status, LEFT + 1, compact ? 30 : 19);
        var nameLeft = compact ? 46 : 34;
        var addressWidth = Math.min(address.prefWidth(-1), 110);
        var nameWidth = MapLayout.CARD_WIDTH - nameLeft - LEFT - (compact ? 0 : addressWidth + 6);
        name.resizeRelocate(nameLeft, compact ? 14 : 12, nameWidth, name.prefHeight(-1));
        address.resizeRelocate(
                MapLayout.CARD_WIDTH - LEFT - addressWidth,
                15,
                addressWidth,
                address.prefHeight(-1));
        badges.resizeRelocate(
                LEFT,
                compact ? 84 : 42,
                Math.min(INNER, badges.prefWidth(-1)),
                badges.prefHeight(-1));
        dots.placeDots(LEFT, DOTS_TOP);
        place(processor, LEFT, 132);
        place(memory, processor.isVisible() ? 124 : LEFT, 132);
        condition.resizeRelocate(LEFT, 100, INNER, condition.prefHeight(-1));
        message.resizeRelocate(LEFT, 115, INNER, 36);
        groups.resizeRelocate(LEFT, BOTTOM_ROW, INNER, 20);
        var width = Math.max(58, arrivals.prefWidth(-1));
        arrivals.resizeRelocate(MapLayout.CARD_WIDTH - width, -10, width, 24);
    }

    private static void place(Region part, double x, double y) {
        part.resizeRelocate(x, y, part.prefWidth(-1), part.prefHeight(-1));
    }

    private Node badgeNode(Badge badge, Detail shown) {
        var sign = texts.sign(badge);
        var label = new Label(shown == Detail.FULL || sign.isEmpty() ? texts.badge(badge) : sign);
        label.getStyleClass()
                .addAll("badge", "badge-" + badge.kind().name().toLowerCase(Locale.ROOT));
        label.setUserData(badge);
        return label;
    }

    private static Node chip(String group) {
        var label = new Label(group);
        label.getStyleClass().add("chip");
        return label;
    }

    private static Label styled(String styleClass) {
        var label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }

    private static HBox row() {
        var row = new HBox(6);
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }
}
