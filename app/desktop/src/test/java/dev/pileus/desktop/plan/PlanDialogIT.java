package dev.pileus.desktop.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.desktop.Desktop;
import dev.pileus.desktop.FxThread;
import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.SampleCluster;
import dev.pileus.desktop.Screens;
import dev.pileus.desktop.i18n.Language;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.theme.Look;
import dev.pileus.desktop.theme.Theme;
import dev.pileus.model.actions.PlanProgress;
import dev.pileus.model.actions.PlanResult;
import dev.pileus.model.plan.EvacuationMode;
import dev.pileus.model.plan.EvacuationPlan;
import dev.pileus.model.plan.Plan;
import dev.pileus.model.store.ClusterImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

@ExtendWith(Desktop.class)
class PlanDialogIT implements PlanDesk {
    private final Lifetime lifetime = new Lifetime();
    private final Stage stage = FxThread.ask(Stage::new);
    private final List<Plan> asked = new ArrayList<>();

    @AfterEach
    void closeWindow() {
        FxThread.run(() -> {
            lifetime.close();
            stage.close();
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void showsWhatAnEvacuationDoes(Language language) {
        open(language, Theme.LIGHT, "node3");
        Desktop.photograph(stage.getScene(), "plan-" + language.name().toLowerCase(Locale.ROOT));
        assertThat(button("#plan-run").isDisabled()).isFalse();
    }

    @Test
    void runsNothingThatHasAnObstacle() {
        open(Language.ENGLISH, Theme.DARK, "node6");
        Desktop.photograph(stage.getScene(), "plan-obstacle-dark");
        assertThat(button("#plan-run").isDisabled()).isTrue();
    }

    @Test
    void runsThePlanThatItShows() {
        open(Language.ENGLISH, Theme.LIGHT, "node3");
        FxThread.ask(() -> {
            button("#plan-run").fire();
            return true;
        });
        assertThat(asked)
                .containsExactly(
                        EvacuationPlan.of(
                                SampleCluster.image(), "node3", EvacuationMode.AUTOMATIC));
    }

    @Test
    void offersThePlanAgainAfterItWasLostSightOf() {
        var dialog = open(Language.ENGLISH, Theme.LIGHT, "node3");
        Desktop.act(() -> {
            button("#plan-run").fire();
            dialog.showBroken();
        });
        assertThat(button("#plan-run").isVisible()).isTrue();
        assertThat(button("#plan-run").getText()).isEqualTo("Try the rest again");
        assertThat(stage.getScene().lookup(".progress-bar").getParent().isVisible()).isFalse();
    }

    @Test
    void aLongPlanIsReadByKeysAsWell() {
        var instances =
                IntStream.range(0, 30)
                        .mapToObj(i -> SampleCluster.instance("web-" + (100 + i), "node3", true))
                        .toList();
        open(Language.ENGLISH, Theme.LIGHT, "node3", SampleCluster.with(instances));
        var robot = new FxRobot();
        assertThat(rowsInSight().getFirst()).isZero();

        robot.push(KeyCode.PAGE_DOWN);
        assertThat(rowsInSight().getFirst()).isPositive();
        robot.push(KeyCode.END);
        assertThat(rowsInSight().getLast()).isEqualTo(29);
        robot.push(KeyCode.HOME);
        assertThat(rowsInSight().getFirst()).isZero();

        Desktop.act(() -> stage.getScene().lookup("#plan-instances").requestFocus());
        robot.push(KeyCode.DOWN);
        assertThat(rowsInSight().getFirst()).isEqualTo(1);
    }

    private List<Integer> rowsInSight() {
        Desktop.settle();
        return FxThread.ask(() -> {
            var flow = (VirtualFlow<?>) stage.getScene().lookup("#plan-instances .virtual-flow");
            return List.of(
                    flow.getFirstVisibleCell().getIndex(), flow.getLastVisibleCell().getIndex());
        });
    }

    private Button button(String id) {
        return (Button) stage.getScene().lookup(id);
    }

    private PlanDialogController open(Language language, Theme theme, String member) {
        return open(language, theme, member, SampleCluster.image());
    }

    private PlanDialogController open(
            Language language, Theme theme, String member, ClusterImage image) {
        var opened =
                FxThread.ask(() -> {
                    var messages = new Messages(language, Desktop.CLOCK);
                    var look = new Look(theme, language);
                    var modes =
                            EvacuationPlan.modesOf(image).stream()
                                    .map(mode ->
                                            new PlanDialogController.Mode(
                                                    messages.text(
                                                            "plan.mode."
                                                                    + InstanceTexts.word(mode)),
                                                    () -> EvacuationPlan.of(image, member, mode)))
                                    .toList();
                    var dialog = new PlanDialogController(messages, modes, this);
                    var scene =
                            new Scene(
                                    new StackPane(Screens.PLAN_DIALOG.open(messages, dialog)),
                                    860,
                                    800);
                    look.dress(scene, lifetime);
                    stage.setScene(scene);
                    stage.show();
                    return dialog;
                });
        Desktop.settle();
        return opened;
    }

    @Override
    public void run(Plan plan) {
        asked.add(plan);
    }

    @Override
    public void startAgain(PlanResult result) {
        asked.add(result.plan());
    }

    @Override
    public PlanProgress progress(Plan plan) {
        return PlanProgress.of(plan, SampleCluster.image());
    }

    @Override
    public void close() {
        asked.clear();
    }
}
