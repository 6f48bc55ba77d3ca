package dev.pileus.desktop.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.geometry.Rectangle2D;

/// Places the database members for the raft view: the leader in the middle, the others round it.
final class RaftRing {
    private static final double MARGIN = 16;
    private static final double GAP = 60;

    private RaftRing() {}

    static MapLayout of(Collection<CardContent> cards) {
        var leaders = cards.stream().filter(CardContent::isLeader).toList();
        var others =
                cards.stream()
                        .filter(CardContent::holdsDatabase)
                        .filter(card -> !card.isLeader())
                        .toList();
        var radiusX = radius(others.size(), MapLayout.CARD_WIDTH);
        var radiusY = radius(others.size(), MapLayout.CARD_HEIGHT);
        var width = 2 * (MARGIN + radiusX) + MapLayout.CARD_WIDTH;
        var height = 2 * (MARGIN + radiusY) + MapLayout.CARD_HEIGHT;
        var places = new ArrayList<MapLayout.Place>();
        for (var leader : leaders) {
            places.add(place(leader, width / 2, height / 2));
        }
        for (int i = 0; i < others.size(); i++) {
            // From the left, clockwise: two others stand left and right of the leader.
            var angle = Math.PI + 2 * Math.PI * i / others.size();
            places.add(
                    place(
                            others.get(i),
                            width / 2 + radiusX * Math.cos(angle),
                            height / 2 + radiusY * Math.sin(angle)));
        }
        return new MapLayout(List.of(), List.copyOf(places), width, height);
    }

    /// Large enough that neighbours on the ring and the leader do not touch.
    private static double radius(int others, double size) {
        if (others == 0) {
            return 0;
        }
        return Math.max(size + GAP, others * (size + GAP) / (2 * Math.PI));
    }

    private static MapLayout.Place place(CardContent card, double centreX, double centreY) {
        return new MapLayout.Place(
                card,
                "",
                new Rectangle2D(
                        centreX - MapLayout.CARD_WIDTH / 2,
                        centreY - MapLayout.CARD_HEIGHT / 2,
                        MapLayout.CARD_WIDTH,
                        MapLayout.CARD_HEIGHT));
    }
}
