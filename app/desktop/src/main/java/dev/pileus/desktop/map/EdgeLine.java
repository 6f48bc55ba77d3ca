package dev.pileus.desktop.map;

import javafx.css.PseudoClass;
import javafx.scene.shape.Line;

/// A replication edge on the map, behind the cards.
final class EdgeLine extends Line {
    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");

    private final Edge edge;

    EdgeLine(Edge edge) {
        super(
                edge.from().centreX(),
                edge.from().centreY(),
                edge.to().centreX(),
                edge.to().centreY());
        this.edge = edge;
        getStyleClass().add("edge");
        pseudoClassStateChanged(BROKEN, !edge.alive());
        setMouseTransparent(true);
    }

    Edge edge() {
        return edge;
    }
}
