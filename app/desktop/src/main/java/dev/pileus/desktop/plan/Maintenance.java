package dev.pileus.desktop.plan;

import dev.pileus.client.ServerApi;
import dev.pileus.desktop.FxThread;
import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.Screens;
import dev.pileus.desktop.Tasks;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.activity.WorkTexts;
import dev.pileus.desktop.cluster.ShownCluster;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.map.DragForecast;
import dev.pileus.desktop.map.MapActions;
import dev.pileus.desktop.map.TrayProgress;
import dev.pileus.desktop.shell.Content;
import dev.pileus.desktop.shell.Notice;
import dev.pileus.desktop.shell.Shell;
import dev.pileus.desktop.theme.Tone;
import dev.pileus.model.actions.InstanceResult;
import dev.pileus.model.actions.PlanProgress;
import dev.pileus.model.actions.PlanResult;
import dev.pileus.model.actions.PlanRun;
import dev.pileus.model.operations.OperationBoard;
import dev.pileus.model.operations.RunningOperation;
import dev.pileus.model.operations.Work;
import dev.pileus.model.plan.EvacuationMode;
import dev.pileus.model.plan.EvacuationPlan;
import dev.pileus.model.plan.Plan;
import dev.pileus.model.plan.RestoreMode;
import dev.pileus.model.plan.RestorePlan;
import dev.pileus.model.store.InstanceKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Evacuates and restores members: plan, dialog, run, outcome. For the screen's thread.
public final class Maintenance implements MapActions {
    private static final Logger log = LoggerFactory.getLogger(Maintenance.class);

    private final Shell shell;
    private final ShownCluster cluster;
    private final Tasks tasks;
    private final PlanRun runner;
    private final LeftStopped leftStopped;
    private final OperationBoard operations;
    private final String remote;
    private final Lifetime lifetime;
    private final Map<String, RunSheet> runs = new HashMap<>();

    /// @param remote name of the cluster in the stock client, for commands; may be empty
    /// @param lifetime of the connection; what runs then goes on without us
    public Maintenance(
            Shell shell,
            ShownCluster cluster,
            Tasks tasks,
            ServerApi server,
            OperationBoard operations,
            LeftStopped leftStopped,
            String remote,
            Lifetime lifetime) {
        this.shell = shell;
        this.cluster = cluster;
        this.tasks = tasks;
        this.runner = new PlanRun(server);
        this.leftStopped = leftStopped;
        this.operations = operations;
        this.remote = remote;
        this.lifetime = lifetime;
        var subscription = operations.subscribe(_ -> FxThread.run(this::tellProgress));
        lifetime.atEnd(subscription::close);
    }

    @Override
    public void select(String member) {
        shell.selection().select(new Entity.Member(member));
    }

    @Override
    public void select(InstanceKey instance) {
        shell.selection().select(new Entity.Instance(instance.project(), instance.name()));
    }

    @Override
    public void deselect() {
        shell.selection().clear();
    }

    @Override
    public void inspect(String member) {
        select(member);
        shell.inspectorOpen().set(true);
    }

    @Override
    public void inspect(InstanceKey instance) {
        select(instance);
        shell.inspectorOpen().set(true);
    }

    @Override
    public void evacuate(String member) {
        var offered = EvacuationPlan.modesOf(cluster.image().get());
        open(member, messages -> modes(messages, member, offered));
    }

    @Override
    public void restore(String member) {
        var offered = RestorePlan.modesOf(cluster.image().get());
        open(member, messages -> returns(messages, member, offered));
    }

    @Override
    public DragForecast evacuationForecast(String member) {
        return forecasts().of(evacuation(member, EvacuationMode.AUTOMATIC));
    }

    @Override
    public DragForecast restoreForecast(String member) {
        return forecasts().of(returning(member, RestoreMode.EVERYTHING));
    }

    @Override
    public Map<String, TrayProgress> underway() {
        var underway = new HashMap<String, TrayProgress>();
        for (var row : operations.operations()) {
            if (!row.stage().isOver()) {
                memberOf(row.work()).ifPresent(member -> underway.put(member, progress(row)));
            }
        }
        return underway;
    }

    private Forecasts forecasts() {
        return new Forecasts(shell.messages().get());
    }

    private EvacuationPlan evacuation(String member, EvacuationMode mode) {
        return EvacuationPlan.of(cluster.image().get(), member, mode, remote);
    }

    private RestorePlan returning(String member, RestoreMode mode) {
        return RestorePlan.of(cluster.image().get(), member, mode, remote);
    }

    private List<PlanDialogController.Mode> modes(
            Messages messages, String member, List<EvacuationMode> offered) {
        return offered.stream()
                .map(mode ->
                        new PlanDialogController.Mode(
                                messages.text("plan.mode." + InstanceTexts.word(mode)),
                                () -> evacuation(member, mode)))
                .toList();
    }

    private List<PlanDialogController.Mode> returns(
            Messages messages, String member, List<RestoreMode> offered) {
        return offered.stream()
                .map(mode ->
                        new PlanDialogController.Mode(
                                messages.text("plan.mode." + InstanceTexts.word(mode)),
                                () -> returning(member, mode)))
                .toList();
    }

    private void open(String member, Function<Messages, List<PlanDialogController.Mode>> modes) {
        select(member);
        var run = runs.computeIfAbsent(member, _ -> new RunSheet());
        shell.dialog().set(Optional.of(new PlanDialog(run, modes)));
    }

    private void carryOut(RunSheet sheet, Plan plan) {
        sheet.begin(plan);
        tasks.start(
                "carry out a plan for " + plan.member(),
                lifetime,
                () -> runner.carryOut(plan),
                result -> finished(sheet, result),
                failure -> broken(sheet, plan, failure));
    }

    private void broken(RunSheet sheet, Plan plan, Throwable failure) {
        log.error("The plan for {} broke off", plan.member(), failure);
        sheet.breakOff();
        if (!sheet.isWatched()) {
            shell.notices()
                    .add(
                            Notice.of(
                                    Tone.DANGER,
                                    Phrase.of("plan.result.unexpected", plan.member())));
        }
    }

    private void finished(RunSheet sheet, PlanResult result) {
        sheet.end(result);
        if (!sheet.isWatched()) {
            var remark = new OutcomeTexts(shell.messages().get()).of(result).getFirst();
            shell.notices()
                    .add(
                            Notice.of(
                                    result.isDone() ? Tone.OK : Tone.DANGER,
                                    Phrase.verbatim(
                                            (remark.headline() + " " + remark.detail()).strip())));
        }
    }

    private void tellProgress() {
        for (var row : operations.operations()) {
            memberOf(row.work())
                    .map(runs::get)
                    .ifPresent(sheet ->
                            sheet.tell(
                                    WorkTexts.detail(row.progress()),
                                    row.progress().share().orElse(-1)));
        }
    }

    private TrayProgress progress(RunningOperation row) {
        var messages = shell.messages().get();
        var count = row.progress().count();
        var text =
                count.map(so ->
                                messages.text(
                                        "plan.underway.count",
                                        messages.text(WorkTexts.title(row.work())),
                                        so.done(),
                                        so.all()))
                        .orElseGet(() -> messages.text(WorkTexts.title(row.work())));
        return new TrayProgress(row.progress().share().orElse(-1), text);
    }

    private static Optional<String> memberOf(Work work) {
        return switch (work) {
            case Work.Evacuating(var member) -> Optional.of(member);
            case Work.Restoring(var member) -> Optional.of(member);
            case Work.Healing(), Work.OnInstance(var _, var _), Work.Other(var _) ->
                    Optional.empty();
        };
    }

    /// The dialog over the window; drawn anew in another language, over the same run.
    private final class PlanDialog implements Content, PlanDesk {
        private final RunSheet sheet;
        private final Function<Messages, List<PlanDialogController.Mode>> modes;

        PlanDialog(RunSheet sheet, Function<Messages, List<PlanDialogController.Mode>> modes) {
            this.sheet = sheet;
            this.modes = modes;
        }

        @Override
        public Node open(Messages messages, Lifetime drawn) {
            var controller = new PlanDialogController(messages, modes.apply(messages), this);
            var node = Screens.PLAN_DIALOG.open(messages, controller);
            sheet.watch(controller, drawn);
            drawn.follow(cluster.image(), _ -> controller.refresh());
            return node;
        }

        @Override
        public void run(Plan plan) {
            carryOut(sheet, plan);
        }

        @Override
        public void startAgain(PlanResult result) {
            leftStopped.start(
                    result.leftStopped().stream().map(InstanceResult::instance).toList(),
                    sheet::startedAgain);
        }

        @Override
        public PlanProgress progress(Plan plan) {
            return PlanProgress.of(plan, cluster.image().get());
        }

        @Override
        public void close() {
            shell.dialog().set(Optional.empty());
        }
    }
}
