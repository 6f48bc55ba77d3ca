package dev.pileus.desktop.plan;

import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.model.actions.PlanResult;
import dev.pileus.model.plan.Plan;
import dev.pileus.model.store.InstanceKey;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Shows a plan before it runs, then how it runs, then what came of it. FX thread only.
final class PlanDialogController {
    /// A way in which the plan can be made.
    ///
    /// @param plan computed anew from the newest image each time it is asked for
    record Mode(String title, Supplier<Plan> plan) {}

    private final Messages messages;
    private final List<Mode> offered;
    private final PlanSheets sheets;
    private final StateTexts words;
    private final PlanDesk desk;
    private @Nullable Plan shown;
    private boolean running;
    private boolean ended;

    @FXML private VBox root;
    @FXML private ScrollPane scroll;
    @FXML private Label title;
    @FXML private Label subtitle;
    @FXML private VBox verdicts;
    @FXML private TableView<PlanSheet.Row> table;
    @FXML private TableColumn<PlanSheet.Row, PlanSheet.Row> instance;
    @FXML private TableColumn<PlanSheet.Row, PlanSheet.Row> action;
    @FXML private TableColumn<PlanSheet.Row, PlanSheet.Row> place;
    @FXML private TableColumn<PlanSheet.Row, PlanSheet.Row> meanwhile;
    @FXML private TableColumn<PlanSheet.Row, PlanSheet.Row> why;
    @FXML private Label after;
    @FXML private VBox remarks;
    @FXML private Label commands;
    @FXML private Button copy;
    @FXML private HBox modeRow;
    @FXML private ComboBox<Mode> modes;
    @FXML private VBox progressArea;
    @FXML private Label progressText;
    @FXML private ProgressBar progress;
    @FXML private VBox outcome;
    @FXML private Button cancel;
    @FXML private Button run;

    private PlanTable rows;

    /// @param offered at least one; the first is the usual one
    PlanDialogController(Messages messages, List<Mode> offered, PlanDesk desk) {
        this.messages = messages;
        this.offered = List.copyOf(offered);
        this.sheets = new PlanSheets(messages);
        this.words = new StateTexts(messages);
        this.desk = desk;
    }

    @FXML
    void initialize() {
        rows =
                new PlanTable(
                        table,
                        List.of(instance, action, place, meanwhile, why),
                        messages.language().locale());
        new PlanKeys(root, scroll, table).install();
        modes.setConverter(new ModeTitle());
        modes.getItems().setAll(offered);
        modes.getSelectionModel().selectFirst();
        modes.valueProperty().subscribe(_ -> refresh());
        present(modeRow, offered.size() > 1);
        present(progressArea, false);
        refresh();
    }

    /// Computes the plan anew, unless it runs or has run: the cluster may have changed meanwhile.
    void refresh() {
        if (running && shown != null) {
            rows.showStates(messages.text("plan.state"), words.during(desk.progress(shown)));
        }
        if (running || ended) {
            return;
        }
        var plan = modes.getValue().plan().get();
        if (!plan.equals(shown)) {
            show(plan);
        }
    }

    private void show(Plan plan) {
        shown = plan;
        var sheet = sheets.of(plan);
        title.setText(sheet.title());
        subtitle.setText(sheet.subtitle());
        verdicts.getChildren().setAll(sheet.verdicts().stream().map(RemarkBox::new).toList());
        rows.show(sheet);
        after.setText(sheet.after());
        present(after, !sheet.after().isEmpty());
        remarks.getChildren().setAll(sheet.remarks().stream().map(RemarkBox::new).toList());
        present(remarks, !sheet.remarks().isEmpty());
        commands.setText(sheet.commands());
        copy.setText(messages.text("plan.copy"));
        run.setText(outcome.getChildren().isEmpty() ? sheet.run() : messages.text("plan.retry"));
        run.setDisable(!sheet.canRun());
    }

    @FXML
    void run() {
        var plan = shown;
        if (plan != null && plan.canRun()) {
            showRunning(plan);
            desk.run(plan);
        }
    }

    /// The plan that is being carried out; it does not change any more.
    void showRunning(Plan plan) {
        running = true;
        show(plan);
        modes.setDisable(true);
        outcome.getChildren().clear();
        present(progressArea, true);
        present(run, false);
        cancel.setText(messages.text("plan.close"));
        showProgress(Phrase.of("plan.running"), ProgressBar.INDETERMINATE_PROGRESS);
    }

    /// @param share 0 to 1; negative while unknown
    void showProgress(Phrase words, double share) {
        progressText.setText(messages.text(words));
        progress.setProgress(share);
    }

    /// What was done and what was not. What is left can be tried again, as a new plan.
    void showOutcome(PlanResult result) {
        running = false;
        ended = true;
        present(progressArea, false);
        present(modeRow, false);
        outcome.getChildren()
                .setAll(
                        new OutcomeTexts(messages)
                                .of(result).stream().map(RemarkBox::new).toList());
        rows.showStates(messages.text("plan.state"), words.after(result));
        if (!result.leftStopped().isEmpty()) {
            outcome.getChildren().add(startAgainButton(result));
        }
        if (!result.isDone()) {
            offerAgain();
        }
        cancel.requestFocus();
    }

    /// Nobody knows how it ended.
    void showBroken() {
        running = false;
        present(progressArea, false);
        var member = shown == null ? "" : shown.member();
        outcome.getChildren()
                .setAll(
                        new RemarkBox(
                                new Remark(
                                        Severity.DANGER,
                                        messages.text("plan.result.unexpected", member),
                                        messages.text("plan.result.unexpected.detail"))));
        offerAgain();
        cancel.requestFocus();
    }

    private void offerAgain() {
        ended = false;
        modes.setDisable(false);
        present(modeRow, offered.size() > 1);
        present(run, true);
        refresh();
        run.setText(messages.text("plan.retry"));
    }

    private Button startAgainButton(PlanResult result) {
        var button = new Button(messages.text("plan.startAgain.do", result.leftStopped().size()));
        button.setId("plan-start-again");
        button.setOnAction(_ -> {
            button.setDisable(true);
            desk.startAgain(result);
        });
        return button;
    }

    /// Whether what was left stopped runs again.
    ///
    /// @param failed those that do not, with the server's words
    void showStartedAgain(SequencedMap<InstanceKey, String> failed) {
        outcome.getChildren().removeIf(Button.class::isInstance);
        outcome.getChildren().add(new RemarkBox(new OutcomeTexts(messages).startedAgain(failed)));
        refresh();
    }

    @FXML
    void copy() {
        Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, commands.getText()));
        copy.setText(messages.text("plan.copied"));
    }

    @FXML
    void close() {
        desk.close();
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private static final class ModeTitle extends StringConverter<Mode> {
        @Override
        public String toString(@Nullable Mode mode) {
            return mode == null ? "" : mode.title();
        }

        @Override
        public @Nullable Mode fromString(String title) {
            return null;
        }
    }
}
