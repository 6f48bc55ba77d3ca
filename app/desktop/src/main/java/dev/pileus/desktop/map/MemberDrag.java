package dev.pileus.desktop.map;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// One drag of a member's card, from press to drop. The card itself stays; a tilted picture of it
/// follows the pointer. Ended by a drop, or by Esc, which changes nothing.
final class MemberDrag {
    /// Pixels that the pointer must move before a press becomes a drag.
    private static final double THRESHOLD = 6;

    private static final double TILT = 3;
    private static final double FADED = 0.25;

    private final CardContent card;
    private final boolean fromTray;
    private final Point2D start;
    private @Nullable ImageView picture;
    private Point2D grip = Point2D.ZERO;

    MemberDrag(CardContent card, boolean fromTray, Point2D start) {
        this.card = card;
        this.fromTray = fromTray;
        this.start = start;
    }

    CardContent card() {
        return card;
    }

    /// A card from the tray is dragged to restore, any other to evacuate.
    boolean fromTray() {
        return fromTray;
    }

    boolean isMoving() {
        return picture != null;
    }

    boolean shouldBegin(Point2D scenePoint) {
        return picture == null && start.distance(scenePoint) >= THRESHOLD;
    }

    /// Takes the picture and lifts it onto the layer above everything.
    void begin(Optional<? extends Node> node, Pane layer) {
        var view = new ImageView();
        node.ifPresent(shown -> {
            var parameters = new SnapshotParameters();
            parameters.setFill(Color.TRANSPARENT);
            parameters.setTransform(shown.getLocalToSceneTransform());
            view.setImage(shown.snapshot(parameters, null));
            var corner = shown.localToScene(shown.getLayoutBounds());
            grip = start.subtract(corner.getMinX(), corner.getMinY());
        });
        view.getStyleClass().add("drag-picture");
        view.setRotate(TILT);
        view.setMouseTransparent(true);
        layer.getChildren().add(view);
        picture = view;
    }

    void moveTo(Point2D scenePoint) {
        if (picture != null && picture.getParent() != null) {
            var local = picture.getParent().sceneToLocal(scenePoint);
            picture.relocate(local.getX() - grip.getX(), local.getY() - grip.getY());
        }
    }

    /// Lets what lies under the picture be read.
    void fade(boolean faded) {
        if (picture != null) {
            picture.setOpacity(faded ? FADED : 1);
        }
    }

    /// Where the picture is in the window; empty while nothing moves.
    Optional<Bounds> bounds() {
        return Optional.ofNullable(picture).map(view -> view.localToScene(view.getLayoutBounds()));
    }

    void end() {
        if (picture != null && picture.getParent() instanceof Pane layer) {
            layer.getChildren().remove(picture);
        }
        picture = null;
    }
}
