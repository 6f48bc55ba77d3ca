package dev.pileus.desktop.inspector;

import dev.pileus.api.Instance;
import dev.pileus.api.InstanceState;
import dev.pileus.desktop.actions.Actions;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.cluster.Addresses;
import dev.pileus.desktop.cluster.States;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.model.store.ClusterImage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One instance: how it is and what is known of it.
final class InstanceController {
    private final Messages messages;
    private final Actions actions;

    @FXML private Region dot;
    @FXML private Label name;
    @FXML private MenuButton more;
    @FXML private Label status;
    @FXML private VBox silence;
    @FXML private Label silenceTitle;
    @FXML private VBox facts;
    @FXML private HBox buttons;
    @FXML private Label note;

    private Facts lines;
    private ActionButtons offers;

    InstanceController(Messages messages, Actions actions) {
        this.messages = messages;
        this.actions = actions;
    }

    @FXML
    void initialize() {
        lines = new Facts(facts, messages);
        offers = new ActionButtons(actions, messages, buttons, more, note);
    }

    void show(Instance instance, ClusterImage image) {
        var sentence = image.member(instance.location()).flatMap(States::silence);
        boolean silent = sentence.isPresent();
        States.tone(instance, silent).paint(dot);
        name.setText(instance.name());
        status.setText(
                messages.text(
                        "inspector.instance.status",
                        messages.text(States.name(instance, silent)),
                        messages.text(States.type(instance)),
                        instance.location()));
        silence.setVisible(silent);
        silence.setManaged(silent);
        silenceTitle.setText(sentence.map(messages::text).orElse(""));
        lines.show(facts(instance));
        offers.offer(new Entity.Instance(instance.project(), instance.name()));
    }

    private List<Fact> facts(Instance instance) {
        return List.of(
                Fact.of("inspector.project", instance.project()),
                Fact.of("inspector.member", instance.location()),
                Fact.of("inspector.ipv4", String.join(", ", Addresses.ipv4(instance))),
                Fact.of("inspector.ipv6", String.join(", ", Addresses.ipv6(instance))),
                Fact.of("inspector.memory", memory(instance)),
                Fact.of("inspector.architecture", instance.architecture()),
                Fact.of("inspector.profiles", String.join(", ", instance.profiles())),
                Fact.of("inspector.evacuate", instance.setting(Instance.EVACUATE)),
                new Fact("inspector.created", moment(instance.createdAt())),
                new Fact("inspector.used", moment(instance.lastUsedAt())),
                Fact.of("inspector.description", instance.description()));
    }

    private String memory(Instance instance) {
        return Optional.ofNullable(instance.state())
                .map(InstanceState::memory)
                .filter(memory -> memory.usage() > 0)
                .map(memory -> messages.quantities().bytes(memory.usage()))
                .orElse("");
    }

    /// Servers send the epoch (or the year 1) for "never".
    private static Phrase moment(Instant moment) {
        return moment.getEpochSecond() <= 0 ? Phrase.verbatim("") : new Phrase.FullMoment(moment);
    }
}
