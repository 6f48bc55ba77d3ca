package dev.pileus.desktop.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;

/// Where lanes and cards stand, in map units (pixels at 100 %). Pure computation: the same members
/// give the same places, so that the map never jumps on an update of states.
///
/// @param width of the whole map
/// @param height of the whole map
record MapLayout(List<Lane> lanes, List<Place> places, double width, double height) {
    static final double CARD_WIDTH = 238;
    static final double CARD_HEIGHT = 186;
    private static final double CARD_GAP = 28;
    private static final double COLUMN_GAP = 16;
    private static final double LANE_GAP = 16;
    private static final double LANE_PADDING = 16;
    private static final double LANE_HEADER = 40;
    private static final double LANE_FOOT = 30;

    /// A framed column of cards.
    ///
    /// @param name failure domain or group; empty in the raft view
    /// @param cards those that stand in it
    /// @param resting those that belong here and are in maintenance
    record Lane(
            String name, List<CardContent> cards, List<CardContent> resting, Rectangle2D bounds) {
        Lane {
            cards = List.copyOf(cards);
            resting = List.copyOf(resting);
        }

        /// A member in maintenance still votes.
        long voters() {
            return Stream.concat(cards.stream(), resting.stream())
                    .flatMap(card -> card.badges().stream())
                    .filter(badge ->
                            badge.kind() == Badge.Kind.LEADER || badge.kind() == Badge.Kind.VOTER)
                    .count();
        }
    }

    /// One card in one lane. In the group view a member stands in the lane of each of its groups.
    record Place(CardContent card, String lane, Rectangle2D bounds) {
        double centreX() {
            return bounds.getMinX() + bounds.getWidth() / 2;
        }

        double centreY() {
            return bounds.getMinY() + bounds.getHeight() / 2;
        }
    }

    /// @param cards all; those in maintenance have a place in the raft view only, but their lanes
    ///   stand: they need a way back
    /// @param laneNames lanes that stand even when empty
    /// @param viewWidth of the window's part that it stands in; lanes share what their cards leave
    /// @param viewHeight lanes are at least as high
    static MapLayout of(
            LaneMode mode,
            Collection<CardContent> cards,
            Collection<String> laneNames,
            double viewWidth,
            double viewHeight) {
        if (mode == LaneMode.RAFT) {
            return RaftRing.of(cards);
        }
        var byLane = new TreeMap<String, List<CardContent>>();
        var resting = new HashMap<String, List<CardContent>>();
        laneNames.forEach(name -> byLane.put(name, new ArrayList<>()));
        for (var card : cards) {
            for (var lane : mode == LaneMode.GROUPS ? card.groups() : List.of(card.home())) {
                var standing = byLane.computeIfAbsent(lane, _ -> new ArrayList<>());
                var rests = card.condition().inMaintenance();
                (rests ? resting.computeIfAbsent(lane, _ -> new ArrayList<>()) : standing)
                        .add(card);
            }
        }
        var aspect = viewWidth <= 0 || viewHeight <= 0 ? 1.6 : viewWidth / viewHeight;
        var columns = bestColumns(byLane.values(), aspect);
        var height = Math.max(viewHeight, lanesHeight(byLane.values(), columns));
        var spare = spareWidth(byLane.values(), columns, viewWidth, viewHeight);
        var lanes = new ArrayList<Lane>();
        var places = new ArrayList<Place>();
        double x = 0;
        for (var entry : byLane.entrySet()) {
            var members = entry.getValue();
            var width = laneWidth(Math.clamp(members.size(), 1, columns)) + spare;
            lanes.add(
                    new Lane(
                            entry.getKey(),
                            members,
                            resting.getOrDefault(entry.getKey(), List.of()),
                            new Rectangle2D(x, 0, width, height)));
            place(members, entry.getKey(), x, columns, places);
            x += width + LANE_GAP;
        }
        return new MapLayout(
                List.copyOf(lanes), List.copyOf(places), Math.max(0, x - LANE_GAP), height);
    }

    private static void place(
            List<CardContent> cards, String lane, double laneX, int columns, List<Place> places) {
        for (int i = 0; i < cards.size(); i++) {
            var x = laneX + LANE_PADDING + (i % columns) * (CARD_WIDTH + COLUMN_GAP);
            var y = LANE_HEADER + Math.floorDiv(i, columns) * (CARD_HEIGHT + CARD_GAP);
            places.add(
                    new Place(cards.get(i), lane, new Rectangle2D(x, y, CARD_WIDTH, CARD_HEIGHT)));
        }
    }

    /// The smallest number of card columns a lane may have so that the map is no higher than the
    /// window's shape asks for.
    private static int bestColumns(Collection<List<CardContent>> lanes, double aspect) {
        var most = lanes.stream().mapToInt(List::size).max().orElse(1);
        for (int columns = 1; columns < most; columns++) {
            var allowed = columns;
            var width =
                    lanes.stream()
                            .mapToDouble(lane -> laneWidth(Math.clamp(lane.size(), 1, allowed)))
                            .sum();
            if (width / lanesHeight(lanes, columns) >= aspect * 0.8) {
                return columns;
            }
        }
        return Math.max(1, most);
    }

    /// What each lane gets beyond its cards, so that the lanes together are as wide as the view: a
    /// place to drop onto, and their frame stands under the view's title and over the tray.
    private static double spareWidth(
            Collection<List<CardContent>> lanes, int columns, double viewWidth, double viewHeight) {
        if (lanes.isEmpty() || viewWidth <= 0 || viewHeight <= 0) {
            return 0;
        }
        var needed =
                lanes.stream()
                                .mapToDouble(lane -> laneWidth(Math.clamp(lane.size(), 1, columns)))
                                .sum()
                        + (lanes.size() - 1) * LANE_GAP;
        // A map that is higher than the view is shown smaller, and can be wider.
        var seen = viewWidth * Math.max(1, lanesHeight(lanes, columns) / viewHeight);
        return Math.max(0, seen - needed) / lanes.size();
    }

    private static double laneWidth(int columns) {
        return 2 * LANE_PADDING + columns * CARD_WIDTH + (columns - 1) * COLUMN_GAP;
    }

    private static double lanesHeight(Collection<List<CardContent>> lanes, int columns) {
        var rows =
                lanes.stream()
                        .map(List::size)
                        .max(Comparator.naturalOrder())
                        .map(cards -> Math.ceilDiv(Math.max(1, cards), columns))
                        .orElse(1);
        return LANE_HEADER + rows * CARD_HEIGHT + (rows - 1) * CARD_GAP + LANE_FOOT;
    }
}
