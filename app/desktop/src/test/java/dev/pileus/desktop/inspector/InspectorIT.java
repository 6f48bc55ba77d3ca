package dev.pileus.desktop.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.desktop.Desktop;
import dev.pileus.desktop.SampleActions;
import dev.pileus.desktop.SampleCluster;
import dev.pileus.desktop.SampleConsole;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.shell.View;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
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
    void describesAGroup() {
        select(new Entity.Group("gpu"));
        console.photograph("inspector-group");

        assertThat(console.says("2 members · 13 instances")).isTrue();
        assertThat(console.says("node2, node4")).isTrue();
    }

    @Test
    void describesWarningsCertificatesAndOperations() {
        select(new Entity.Warning("1f0e4a52-9c1b-4d0e-a3b0-5c6c52f0a111"));
        assertThat(console.says("No heartbeat for 1m0.4s")).isTrue();

        select(new Entity.Certificate("5f3a".repeat(16)));
        assertThat(console.says("5f3a".repeat(16))).isTrue();

        select(new Entity.Operation("6ae14c1e-7b3a-4f44-8e9f-2c4f2b1d0e11"));
        console.photograph("inspector-operation");
        assertThat(console.says("Running · task · node2")).isTrue();
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
    void saysWhyAnActionCannotBeDoneInsteadOfDoingIt() {
        var actions = SampleActions.in(console.shell().actions());
        select(new Entity.Member("node6"));
        console.photograph("inspector-hindered");

        assertThat(console.find("#do-member-evacuate", Button.class).isDisabled()).isTrue();
        assertThat(console.says("node6 is away.")).isTrue();

        Desktop.act(() -> console.shell().views().show(View.Place.MEMBERS));
        Desktop.settle();
        console.robot().push(KeyCode.E);
        assertThat(actions.done()).isEmpty();
        assertThat(console.shows(".notice")).isTrue();
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
