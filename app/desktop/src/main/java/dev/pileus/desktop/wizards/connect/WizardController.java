package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.FxThread;
import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.Screens;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.wizards.StepsBar;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The wizard's frame: steps, the page, what went wrong, what is awaited, the buttons.
final class WizardController {
    private static final int LONGEST_WORDS = 400;

    private final ConnectWorkflow workflow;
    private final StockRemotes remotes;
    private final Messages messages;
    private final Lifetime lifetime;
    private final Runnable leave;
    private final StepsBar steps;
    private Lifetime pageLife;
    private @Nullable Page shown;

    @FXML private VBox head;
    @FXML private StackPane page;
    @FXML private VBox setback;
    @FXML private Label headline;
    @FXML private Label words;
    @FXML private Label advice;
    @FXML private Button remedy;
    @FXML private VBox waiting;
    @FXML private Label waitingText;
    @FXML private Button back;
    @FXML private Button cancel;
    @FXML private Button next;

    WizardController(
            ConnectWorkflow workflow,
            StockRemotes remotes,
            Messages messages,
            Lifetime lifetime,
            Runnable leave) {
        this.workflow = workflow;
        this.remotes = remotes;
        this.messages = messages;
        this.lifetime = lifetime;
        this.leave = leave;
        this.steps = new StepsBar(Step.names(), messages);
        this.pageLife = lifetime.child();
    }

    @FXML
    void initialize() {
        head.getChildren().add(steps);
        next.disableProperty().bind(workflow.ready().not());
        lifetime.follow(workflow.state(), this::show);
        lifetime.follow(workflow.inputs().introduction(), _ -> nameNext());
    }

    @FXML
    void back() {
        workflow.back();
    }

    /// While something is awaited, only that is given up.
    @FXML
    void cancel() {
        if (workflow.state().get().waiting().isPresent()) {
            workflow.stop();
        } else {
            leave.run();
        }
    }

    @FXML
    void next() {
        workflow.next();
    }

    private void show(State state) {
        if (!state.page().equals(shown)) {
            turnTo(state.page());
        }
        steps.show(state.page().step().title());
        page.setDisable(state.waiting().isPresent());
        Present.when(state.waiting().isPresent(), waiting);
        waitingText.setText(state.waiting().map(messages::text).orElse(""));
        showSetback(state.setback());
        back.setVisible(workflow.hasPageBefore());
        back.setDisable(!workflow.canGoBack());
        cancel.setText(
                messages.text(state.waiting().isPresent() ? "connect.stop" : "connect.cancel"));
        Present.when(!(state.page() instanceof Page.Mismatch), next);
        nameNext();
        if (state.waiting().isEmpty()) {
            FxThread.later(this::focusPage);
        }
    }

    /// Waiting took the focus away from the page.
    private void focusPage() {
        var scene = page.getScene();
        if (scene == null || isIn(page, scene.getFocusOwner())) {
            return;
        }
        FirstInput.in(page)
                .or(() -> Optional.of(next).filter(button -> !button.isDisabled()))
                .ifPresent(Node::requestFocus);
    }

    private static boolean isIn(Node place, @Nullable Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (each.equals(place)) {
                return true;
            }
        }
        return false;
    }

    private void turnTo(Page wanted) {
        shown = wanted;
        pageLife.close();
        pageLife = lifetime.child();
        page.getChildren().setAll(opened(wanted));
    }

    private Parent opened(Page wanted) {
        return switch (wanted) {
            case Page.Choose _ ->
                    Screens.CONNECT_CHOOSE.open(
                            messages, new ChooseController(workflow, remotes, messages, pageLife));
            case Page.Reach reach ->
                    Screens.CONNECT_REACH.open(messages, new ReachController(reach, messages));
            case Page.Compare compare ->
                    Screens.CONNECT_COMPARE.open(
                            messages, new CompareController(compare, workflow, messages, pageLife));
            case Page.Mismatch mismatch ->
                    Screens.CONNECT_MISMATCH.open(
                            messages, new MismatchController(mismatch, messages));
            case Page.Trust trust ->
                    Screens.CONNECT_TRUST.open(
                            messages, new TrustController(trust, workflow, messages, pageLife));
            case Page.Name name ->
                    Screens.CONNECT_NAME.open(
                            messages, new NameController(name, workflow, messages, pageLife));
        };
    }

    private void showSetback(Optional<Setback> met) {
        Present.when(met.isPresent(), setback);
        met.ifPresent(what -> {
            headline.setText(messages.text(what.headline()));
            words.setText(shortened(what.words()));
            Present.when(!what.words().isEmpty(), words);
            advice.setText(messages.text(what.advice()));
            what.remedy()
                    .ifPresent(help -> {
                        remedy.setText(messages.text(help.title()));
                        remedy.setOnAction(_ -> help.run().run());
                    });
            Present.when(what.remedy().isPresent(), remedy);
        });
    }

    /// Servers that are none can be talkative.
    private static String shortened(String text) {
        return text.length() > LONGEST_WORDS ? text.substring(0, LONGEST_WORDS) + "…" : text;
    }

    private void nameNext() {
        next.setText(messages.text("connect.next." + nextKey(workflow.state().get().page())));
    }

    private String nextKey(Page current) {
        return switch (current) {
            case Page.Choose _, Page.Mismatch _ -> "choose";
            case Page.Reach _ -> "reach";
            case Page.Compare _ -> "compare";
            case Page.Trust _ ->
                    workflow.inputs().introduction().get() == Inputs.Introduction.BY_HAND
                            ? "check"
                            : "choose";
            case Page.Name _ -> "name";
        };
    }
}
