package dev.pileus.desktop.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.Instance;
import dev.pileus.desktop.Desktop;
import dev.pileus.desktop.FxThread;
import dev.pileus.desktop.SampleActions;
import dev.pileus.desktop.SampleCluster;
import dev.pileus.desktop.SampleConsole;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.shell.View;
import dev.pileus.model.store.ClusterImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Tables in the window, used with mouse and keyboard.
@ExtendWith(Desktop.class)
class TableIT {
    @TempDir private static Path settings;

    private final SampleConsole console = SampleConsole.usual(settings);

    @BeforeEach
    void showInstances() {
        Desktop.act(() -> console.shell().views().show(View.Place.INSTANCES));
        Desktop.settle();
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void filtersByWordsFieldsAndExclusions() {
        type("status:running location:node1 -web-03");

        assertThat(names()).hasSize(7).contains("web-01").doesNotContain("web-03", "web-09");
        assertThat(console.says("7 of 42")).isTrue();
    }

    @Test
    void saysSoWhenNothingMatchesAndOffersAWayBack() {
        type("nothing-is-called-so");
        assertThat(console.says("Nothing matches “nothing-is-called-so”")).isTrue();
        console.photograph("view-instances-unmatched");

        console.robot().clickOn("Clear the filter");

        assertThat(names()).hasSize(42);
    }

    @Test
    void sortsNamesAsPeopleCount() {
        console.show(with(List.of(instance("web-100"), instance("web-20"))));

        console.robot().clickOn("NAME");
        type("web-");

        assertThat(names()).startsWith("web-01").endsWith("web-09", "web-20", "web-100");
    }

    @Test
    void keepsSelectionAndScrollPositionThroughUpdates() {
        Desktop.act(() -> {
            table().scrollTo(20);
            table().getSelectionModel().select(25);
        });
        Desktop.settle();
        var first = firstShown();
        var selected = selected();

        console.show(stopped());
        console.show(with(List.of(instance("zz-new"))));

        assertThat(selected()).isEqualTo(selected);
        assertThat(firstShown()).isEqualTo(first);
        assertThat(console.shell().selection().entity().get()).isEqualTo(selected);
    }

    @Test
    void losesTheSelectionWithItsRow() {
        Desktop.act(
                () -> console.shell().selection().select(new Entity.Instance("default", "web-01")));

        console.show(without("web-01"));

        assertThat(selected()).isEmpty();
        assertThat(console.shell().selection().entity().get()).isEmpty();
    }

    @Test
    void marksWhatIsSelectedElsewhere() {
        Desktop.act(() ->
                console.shell().selection().select(new Entity.Instance("default", "batch-05")));
        Desktop.settle();

        assertThat(selected()).contains(new Entity.Instance("default", "batch-05"));
    }

    @Test
    void offersActionsInTheContextMenu() {
        var actions = SampleActions.in(console.shell().actions());
        Desktop.act(() -> console.shell().views().show(View.Place.MEMBERS));
        Desktop.settle();

        console.robot().clickOn("node3", MouseButton.SECONDARY).clickOn("Edit…");

        assertThat(actions.done()).containsExactly("edit node3");
    }

    @Test
    void opensTheInspectorWithEnter() {
        Desktop.act(() -> console.shell().inspectorOpen().set(false));

        console.robot().clickOn("web-02").push(KeyCode.ENTER);

        assertThat(FxThread.ask(() -> console.shell().inspectorOpen().get())).isTrue();
    }

    @Test
    void leavesTheFilterWithoutAMouse() {
        type("gpu-train-03");
        console.robot().push(KeyCode.DOWN).push(KeyCode.DOWN);
        assertThat(selected()).contains(new Entity.Instance("default", "gpu-train-03"));

        console.robot().clickOn("#filter").push(KeyCode.ESCAPE);
        Desktop.settle();
        assertThat(names()).hasSizeGreaterThan(1);
    }

    @Test
    void saysWhyThereAreNoRows() {
        console.show(SampleCluster.withoutWarnings("not authorized"));
        Desktop.act(() -> console.shell().views().show(View.Place.WARNINGS));
        Desktop.settle();
        console.photograph("view-warnings-unread");

        assertThat(console.says("This could not be read")).isTrue();
        assertThat(console.says("not authorized")).isTrue();
    }

    @Test
    void holdsTwentyThousandInstances() {
        var many =
                IntStream.range(0, 20_000)
                        .mapToObj(number ->
                                SampleCluster.instance(
                                        "many-" + number, "node" + (number % 5 + 1), true))
                        .toList();
        console.show(SampleCluster.with(many));

        type("location:node3 many-7");

        assertThat(names()).contains("many-7", "many-77");
    }

    private void type(String filter) {
        console.robot().clickOn("#filter").write(filter);
        Desktop.settle();
    }

    private TableView<?> table() {
        return console.find("#table-instances", TableView.class);
    }

    private List<String> names() {
        return FxThread.ask(() ->
                table().getItems().stream().map(row -> ((Row<?>) row).entity().name()).toList());
    }

    private Optional<Entity> selected() {
        return FxThread.ask(() ->
                Optional.ofNullable(table().getSelectionModel().getSelectedItem())
                        .map(row -> ((Row<?>) row).entity()));
    }

    private int firstShown() {
        var flow = console.find("#table-instances .virtual-flow", VirtualFlow.class);
        return FxThread.ask(() -> flow.getFirstVisibleCell().getIndex());
    }

    private static ClusterImage with(List<Instance> more) {
        var instances = new ArrayList<>(SampleCluster.image().instances());
        instances.addAll(more);
        return SampleCluster.with(instances);
    }

    private static ClusterImage without(String name) {
        return SampleCluster.with(
                SampleCluster.image().instances().stream()
                        .filter(instance -> !instance.name().equals(name))
                        .toList());
    }

    /// The same instances, all of them stopped.
    private static ClusterImage stopped() {
        return SampleCluster.with(
                SampleCluster.image().instances().stream()
                        .map(instance ->
                                SampleCluster.instance(instance.name(), instance.location(), false))
                        .toList());
    }

    private static Instance instance(String name) {
        return SampleCluster.instance(name, "node1", true);
    }
}
