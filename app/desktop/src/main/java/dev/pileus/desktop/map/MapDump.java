package dev.pileus.desktop.map;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What the map shows, for `--dump`: read from the cards, edges and pills that stand in the scene.
///
/// @param cards by name; a member stands once, also when it has several cards
public record MapDump(List<Card> cards, List<Connection> edges, Pills pills) {
    public MapDump {
        cards = List.copyOf(cards);
        edges = List.copyOf(edges);
    }

    /// One member.
    ///
    /// @param status as the server words it
    /// @param badges the roles that its badges stand for
    /// @param lane its failure domain
    /// @param instances how many are in which state
    public record Card(
            String name,
            String address,
            String status,
            String message,
            List<String> badges,
            String lane,
            List<String> groups,
            Map<String, Long> instances) {}

    /// The database is copied from one member to another.
    public record Connection(String from, String to) {}

    /// The texts of the pills in the top bar.
    public record Pills(String quorum, String certificate) {}

    static MapDump read(MapStage stage, MaintenanceTray tray, Pills pills) {
        var contents =
                Stream.concat(
                                stage.contents().stream(),
                                tray.cards().stream().flatMap(card -> card.content().stream()))
                        .toList();
        var cards = new TreeMap<String, Card>();
        contents.forEach(content -> cards.putIfAbsent(content.member(), card(content)));
        var edges =
                stage.edges().stream()
                        .map(edge ->
                                new Connection(
                                        edge.from().card().member(), edge.to().card().member()))
                        .toList();
        return new MapDump(List.copyOf(cards.values()), edges, pills);
    }

    private static Card card(CardContent content) {
        return new Card(
                content.member(),
                content.address(),
                content.status(),
                content.message(),
                content.badges().stream().flatMap(badge -> badge.roles().stream()).toList(),
                content.home(),
                content.groups(),
                content.instanceCounts());
    }
}
