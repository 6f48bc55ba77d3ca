package dev.pileus.desktop.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
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
        var centres = new LinkedHashMap<CardContent, Point2D>();
        leaders.forEach(leader -> centres.put(leader, Point2D.ZERO));
        for (int i = 0; i < others.size(); i++) {
            // From the left, clockwise: two others stand left and right of the leader.
            var angle = Math.PI + 2 * Math.PI * i / others.size();
            centres.put(
                    others.get(i),
                    new Point2D(radiusX * Math.cos(angle), radiusY * Math.sin(angle)));
        }
        return around(centres);
    }

    /// A map just as large as its cards: two followers need no height of a ring.
    private static MapLayout around(Map<CardContent, Point2D> centres) {
        var across = centres.values().stream().mapToDouble(Point2D::getX).summaryStatistics();
        var down = centres.values().stream().mapToDouble(Point2D::getY).summaryStatistics();
        if (centres.isEmpty()) {
            return new MapLayout(List.of(), List.of(), 0, 0);
        }
        var left = across.getMin() - MARGIN - MapLayout.CARD_WIDTH / 2;
        var top = down.getMin() - MARGIN - MapLayout.CARD_HEIGHT / 2;
        var places = new ArrayList<MapLayout.Place>();
        centres.forEach((card, centre) ->
                places.add(place(card, centre.getX() - left, centre.getY() - top)));
        return new MapLayout(
                List.of(),
                List.copyOf(places),
                across.getMax() - across.getMin() + MapLayout.CARD_WIDTH + 2 * MARGIN,
                down.getMax() - down.getMin() + MapLayout.CARD_HEIGHT + 2 * MARGIN);
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
