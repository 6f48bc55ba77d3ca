package dev.pileus.desktop.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.desktop.Desktop;
import dev.pileus.desktop.SampleActions;
import dev.pileus.desktop.SampleCluster;
import dev.pileus.desktop.SampleConsole;
import dev.pileus.desktop.actions.Entity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Desktop.class)
class InspectorIT {
    @TempDir private static Path settings;

    private final SampleConsole console = SampleConsole.usual(settings);

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void saysThatNothingIsSelected() {
        assertThat(console.says("Nothing selected")).isTrue();
    }

    @Test
    void describesAMember() {
        select(new Entity.Member("node1"));

        assertThat(console.says("Online · Fully operational · up 41 days")).isTrue();
        assertThat(console.says("https://10.0.1.11:8443")).isTrue();
        assertThat(console.says("database-leader, database, event-hub")).isTrue();
        await().untilAsserted(() -> assertThat(console.says("Yes, after evacuation.")).isTrue());
        assertThat(console.says("Leadership moves first.")).isTrue();
    }

    @Test
    void saysSinceWhenAMemberIsSilentInsteadOfShowingNothing() {
        select(new Entity.Member("node6"));
        console.photograph("inspector-offline");

        assertThat(console.says("node6 does not answer; last seen 15:41.")).isTrue();
        assertThat(console.says("No heartbeat for 1m0.4s")).isTrue();
        assertThat(console.shows(".load-chart")).isFalse();
    }

    @Test
    void describesAnInstance() {
        select(new Entity.Instance("default", "db-01"));
        console.photograph("inspector-instance");

        assertThat(console.says("Running · Virtual machine · on node3")).isTrue();
    }

    @Test
    void doesNotClaimToKnowInstancesOfASilentMember() {
        select(new Entity.Instance("default", "batch-01"));

        assertThat(console.says("Unknown · Container · on node6")).isTrue();
        assertThat(console.says("node6 does not answer; last seen 15:41.")).isTrue();
    }

    @Test
    void offersOnlyActionsThatExist() {
        select(new Entity.Member("node2"));
        assertThat(console.shows(".inspector-buttons .button")).isFalse();
        assertThat(console.shows(".inspector-head .menu-button")).isFalse();

        var actions = SampleActions.in(console.shell().actions());
        Desktop.settle();
        console.robot().clickOn("#do-member-edit");

        assertThat(actions.done()).containsExactly("edit node2");
    }

    @Test
    void forgetsWhatLeavesTheCluster() {
        select(new Entity.Instance("default", "web-01"));

        console.show(SampleCluster.with(List.of()));

        assertThat(console.says("Nothing selected")).isTrue();
    }

    private void select(Entity entity) {
        Desktop.act(() -> console.shell().selection().select(entity));
        Desktop.settle();
    }
}
