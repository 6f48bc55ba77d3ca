package dev.pileus.desktop.map;

import javafx.css.PseudoClass;
import javafx.scene.shape.Line;

/// A replication edge on the map, behind the cards.
final class EdgeLine extends Line {
    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");

    private final Edge edge;

    /// @param shift sideways, in map units: edges to several members of a row would else cover each
    ///   other
    EdgeLine(Edge edge, double shift) {
        super(
                edge.from().centreX(),
                edge.from().centreY(),
                edge.to().centreX(),
                edge.to().centreY());
        boolean across = Math.abs(getEndX() - getStartX()) > Math.abs(getEndY() - getStartY());
        setTranslateX(across ? 0 : shift);
        setTranslateY(across ? shift : 0);
        this.edge = edge;
        getStyleClass().add("edge");
        pseudoClassStateChanged(BROKEN, !edge.alive());
        setMouseTransparent(true);
    }

    Edge edge() {
        return edge;
    }
}
