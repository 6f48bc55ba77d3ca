package dev.pileus.desktop.inspector;

import dev.pileus.api.MemberStatus;
import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.Newest;
import dev.pileus.desktop.Tasks;
import dev.pileus.desktop.actions.Actions;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.cluster.ClusterCertificate;
import dev.pileus.desktop.cluster.States;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.theme.Tone;
import dev.pileus.model.plan.SafeToReboot;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.MemberImage;
import dev.pileus.model.store.MemberLoad;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One member: how it is, what is known of it, whether it can be rebooted.
final class MemberController {
    private static final Duration NEARLY_AN_HOUR = Duration.ofMinutes(58);

    private final Messages messages;
    private final Actions actions;
    private final Newest<ClusterImage, SafeToReboot> verdicts;

    @FXML private Region dot;
    @FXML private Label name;
    @FXML private MenuButton more;
    @FXML private Label status;
    @FXML private VBox silence;
    @FXML private Label silenceTitle;
    @FXML private Label silenceDetail;
    @FXML private VBox facts;
    @FXML private VBox load;
    @FXML private Label loadTitle;
    @FXML private Label loadNow;
    @FXML private Pane chart;
    @FXML private VBox reboot;
    @FXML private Label rebootAnswer;
    @FXML private Label rebootGrounds;
    @FXML private HBox buttons;
    @FXML private Label note;

    private Facts lines;
    private LoadChart curve;
    private ActionButtons offers;

    MemberController(
            String member, Messages messages, Actions actions, Tasks tasks, Lifetime lifetime) {
        this.messages = messages;
        this.actions = actions;
        this.verdicts =
                new Newest<>(
                        tasks,
                        "foresee reboot",
                        lifetime,
                        image -> SafeToReboot.of(image, member),
                        this::show,
                        this::cannotTell);
    }

    @FXML
    void initialize() {
        lines = new Facts(facts, messages);
        curve = new LoadChart(chart);
        offers = new ActionButtons(actions, messages, buttons, more, note);
        reboot.setVisible(false);
    }

    void show(MemberImage member, ClusterImage image) {
        States.tone(member.condition()).paint(dot);
        name.setText(member.name());
        status.setText(statusLine(member));
        showSilence(member);
        lines.show(facts(member, image));
        boolean answers = member.condition() != MemberStatus.OFFLINE;
        present(load, answers && !member.loadHistory().isEmpty());
        showLoad(member);
        offers.offer(new Entity.Member(member.name()));
        verdicts.take(image);
    }

    private void showLoad(MemberImage member) {
        var history = member.loadHistory();
        var now = messages.moments().now();
        curve.show(history, now);
        if (!history.isEmpty()) {
            var since = history.getFirst().at();
            boolean whole = !since.isAfter(now.minus(NEARLY_AN_HOUR));
            loadTitle.setText(
                    whole
                            ? messages.text("inspector.load")
                            : messages.text(Phrase.of("inspector.load.since", since)));
        }
        loadNow.setText(
                member.load()
                        .filter(known -> known.load().isPresent())
                        .map(known ->
                                messages.text(
                                        "inspector.load.now",
                                        known.load().getAsDouble(),
                                        known.processors()))
                        .orElse(""));
    }

    private String statusLine(MemberImage member) {
        var uptime =
                member.load()
                        .flatMap(MemberLoad::uptime)
                        .map(up -> messages.text("inspector.up", messages.moments().duration(up)));
        boolean silent = member.condition() == MemberStatus.OFFLINE;
        return Stream.of(
                        messages.text(States.name(member)),
                        silent ? "" : member.member().message(),
                        uptime.orElse(""))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private void showSilence(MemberImage member) {
        var sentence = States.silence(member);
        present(silence, sentence.isPresent());
        silenceTitle.setText(sentence.map(messages::text).orElse(""));
        silenceDetail.setText(member.member().message());
    }

    private static List<Fact> facts(MemberImage image, ClusterImage cluster) {
        var member = image.member();
        return List.of(
                Fact.of("inspector.address", member.url()),
                Fact.of("inspector.roles", String.join(", ", member.roles())),
                Fact.of("inspector.domain", member.failureDomain()),
                Fact.of("inspector.groups", String.join(", ", member.groups())),
                Fact.of("inspector.architecture", member.architecture()),
                Fact.of("inspector.scheduler", member.scheduler()),
                new Fact("inspector.certificate", expiry(cluster)),
                Fact.of("inspector.description", member.description()));
    }

    private static Phrase expiry(ClusterImage cluster) {
        return ClusterCertificate.expiry(cluster)
                .map(until -> Phrase.of("inspector.expires", new Phrase.Day(until)))
                .orElse(Phrase.verbatim(""));
    }

    private void show(SafeToReboot verdict) {
        reboot.setVisible(true);
        RebootWords.tone(verdict.answer()).paint(reboot);
        rebootAnswer.setText(messages.text(RebootWords.answer(verdict.answer())));
        var grounds = RebootWords.grounds(verdict, messages);
        rebootGrounds.setText(grounds);
        present(rebootGrounds, !grounds.isBlank());
    }

    private void cannotTell(Throwable failure) {
        reboot.setVisible(true);
        Tone.NEUTRAL.paint(reboot);
        rebootAnswer.setText(messages.text("inspector.reboot.unknown"));
        present(rebootGrounds, false);
    }

    private static void present(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }
}
