package dev.pileus.desktop.map;

import static dev.pileus.desktop.map.CardSamples.leader;
import static dev.pileus.desktop.map.CardSamples.resting;
import static dev.pileus.desktop.map.CardSamples.spare;
import static dev.pileus.desktop.map.CardSamples.voter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MapLayoutTest {
    private static final double WIDTH = 856;
    private static final double HEIGHT = 470;

    @Test
    void givesEachFailureDomainALane() {
        var layout =
                lanes(
                        LaneMode.FAILURE_DOMAINS,
                        List.of(
                                leader("n1", "rack-b"),
                                voter("n2", "rack-a"),
                                voter("n3", "rack-a")));
        assertThat(layout.lanes())
                .extracting(MapLayout.Lane::name)
                .containsExactly("rack-a", "rack-b");
        assertThat(layout.lanes().getFirst().voters()).isEqualTo(2);
        assertThat(layout.places())
                .extracting(MapLayout.Place::lane)
                .containsExactly("rack-a", "rack-a", "rack-b");
    }

    @Test
    void keepsALaneWhoseLastMemberIsInTheTray() {
        var layout =
                MapLayout.of(
                        LaneMode.FAILURE_DOMAINS,
                        List.of(leader("n1", "rack-a"), resting("n2", "rack-b")),
                        List.of(),
                        WIDTH,
                        HEIGHT);
        assertThat(layout.lanes())
                .extracting(MapLayout.Lane::name)
                .containsExactly("rack-a", "rack-b");
        assertThat(layout.places()).hasSize(1);
        assertThat(layout.lanes().getLast().cards()).isEmpty();
        assertThat(layout.lanes().getLast().resting()).hasSize(1);
    }

    @Test
    void countsTheVoteOfAMemberInMaintenance() {
        var layout = lanes(LaneMode.FAILURE_DOMAINS, List.of(resting("n1", "rack-a")));
        assertThat(layout.lanes().getFirst().voters()).isEqualTo(1);
    }

    @Test
    void showsAMemberInMaintenanceAmongTheVoters() {
        var layout = lanes(LaneMode.RAFT, List.of(leader("n1", "a"), resting("n2", "a")));
        assertThat(layout.places()).hasSize(2);
    }

    @Test
    void wastesNoHeightOnTwoFollowers() {
        var layout =
                lanes(
                        LaneMode.RAFT,
                        List.of(leader("n1", "a"), voter("n2", "b"), voter("n3", "c")));
        assertThat(layout.height()).isLessThan(1.5 * MapLayout.CARD_HEIGHT);
        assertThat(layout.places())
                .allMatch(place ->
                        place.bounds().getMinX() >= 0
                                && place.bounds().getMinY() >= 0
                                && place.bounds().getMaxX() <= layout.width()
                                && place.bounds().getMaxY() <= layout.height());
    }

    @Test
    void keepsAGroupWithoutMembers() {
        var layout =
                MapLayout.of(
                        LaneMode.GROUPS,
                        List.of(spare("n1", "a", "default")),
                        List.of("default", "gpu"),
                        WIDTH,
                        HEIGHT);
        assertThat(layout.lanes())
                .extracting(MapLayout.Lane::name)
                .containsExactly("default", "gpu");
    }

    @Test
    void putsAMemberIntoTheLaneOfEachOfItsGroups() {
        var layout = lanes(LaneMode.GROUPS, List.of(spare("n1", "a", "default", "gpu")));
        assertThat(layout.places())
                .extracting(place -> place.lane() + "/" + place.card().member())
                .containsExactly("default/n1", "gpu/n1");
    }

    @Test
    void keepsEveryCardInsideItsLaneAndOffTheOthers() {
        var cards = new ArrayList<CardContent>();
        IntStream.range(0, 1000)
                .forEach(i -> cards.add(spare("n" + i, "rack-" + i % 17, "default")));
        var layout = lanes(LaneMode.FAILURE_DOMAINS, cards);
        assertThat(layout.places()).hasSize(1000);
        for (var place : layout.places()) {
            var lane =
                    layout.lanes().stream()
                            .filter(one -> one.name().equals(place.lane()))
                            .findFirst()
                            .orElseThrow();
            assertThat(lane.bounds().contains(place.bounds())).as(place.card().member()).isTrue();
        }
        assertThat(layout.places().stream().map(MapLayout.Place::bounds).distinct()).hasSize(1000);
    }

    @Test
    void lanesAreTogetherAsWideAsTheView() {
        for (double width : new double[] {WIDTH, 700, 2000}) {
            var layout =
                    MapLayout.of(
                            LaneMode.FAILURE_DOMAINS,
                            List.of(leader("n1", "a"), voter("n2", "b")),
                            List.of(),
                            width,
                            HEIGHT);
            assertThat(layout.width()).isCloseTo(width, within(0.001));
            assertThat(layout.lanes().getLast().bounds().getMaxX()).isCloseTo(width, within(0.001));
        }
    }

    @Test
    void lanesFillTheViewAlsoWhenTheyAreShownSmaller() {
        var cards = IntStream.range(0, 8).mapToObj(i -> spare("n" + i, "a")).toList();
        var layout = MapLayout.of(LaneMode.FAILURE_DOMAINS, cards, List.of(), 3000, 300);
        var camera = Camera.fit(layout, 3000, 300);
        assertThat(layout.width() * camera.zoom()).isCloseTo(3000, within(0.01));
    }

    @Test
    void spreadsOneLargeLaneOverColumnsUntilItHasTheShapeOfTheWindow() {
        var cards =
                IntStream.range(0, 100)
                        .mapToObj(i -> spare("n" + i, "default", "default"))
                        .toList();
        var layout = lanes(LaneMode.FAILURE_DOMAINS, cards);
        assertThat(layout.width() / layout.height()).isBetween(1.2, 3.0);
    }

    @Test
    void drawsNoMapForNoMembers() {
        var layout = lanes(LaneMode.FAILURE_DOMAINS, List.of());
        assertThat(layout.places()).isEmpty();
        assertThat(Camera.fit(layout, WIDTH, HEIGHT)).isEqualTo(Camera.START);
    }

    @Test
    void showsDatabaseMembersOnlyWithTheLeaderBetweenTheOthers() {
        var layout =
                lanes(
                        LaneMode.RAFT,
                        List.of(
                                voter("n1", "a"),
                                leader("n2", "a"),
                                voter("n3", "a"),
                                spare("n4", "a")));
        assertThat(layout.places())
                .extracting(place -> place.card().member())
                .containsExactlyInAnyOrder("n1", "n2", "n3");
        assertThat(x(layout, "n1")).isLessThan(x(layout, "n2"));
        assertThat(x(layout, "n2")).isLessThan(x(layout, "n3"));
    }

    @Test
    void joinsTheLeaderWithEveryReplica() {
        var layout =
                lanes(
                        LaneMode.FAILURE_DOMAINS,
                        List.of(leader("n1", "a"), voter("n2", "b"), spare("n3", "c", "default")));
        assertThat(Edge.of(layout))
                .extracting(edge -> edge.from().card().member() + "-" + edge.to().card().member())
                .containsExactly("n1-n2");
    }

    private static double x(MapLayout layout, String member) {
        return layout.places().stream()
                .filter(place -> place.card().member().equals(member))
                .findFirst()
                .orElseThrow()
                .centreX();
    }

    private static MapLayout lanes(LaneMode mode, List<CardContent> cards) {
        return MapLayout.of(mode, cards, List.of(), WIDTH, HEIGHT);
    }
}
