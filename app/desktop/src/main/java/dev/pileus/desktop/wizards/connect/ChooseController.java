package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.theme.Tone;
import dev.pileus.desktop.wizards.connect.Inputs.Way;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/// The page that asks for the server.
final class ChooseController {
    private static final int MOST_ROWS = 4;

    private final ConnectWorkflow workflow;
    private final Inputs inputs;
    private final StockRemotes remotes;
    private final Messages messages;
    private final Lifetime lifetime;

    @FXML private Label hint;
    @FXML private ToggleButton found;
    @FXML private ToggleButton address;
    @FXML private ToggleButton token;
    @FXML private ToggleButton socket;
    @FXML private VBox foundPane;
    @FXML private VBox addressPane;
    @FXML private VBox tokenPane;
    @FXML private VBox socketPane;
    @FXML private ListView<Offer> offers;
    @FXML private VBox nothing;
    @FXML private Label nothingText;
    @FXML private Label nothingDetail;
    @FXML private VBox problems;
    @FXML private TextField addressField;
    @FXML private Label addressFault;
    @FXML private TextArea tokenField;
    @FXML private VBox tokenFacts;
    @FXML private TextField socketField;

    ChooseController(
            ConnectWorkflow workflow, StockRemotes remotes, Messages messages, Lifetime lifetime) {
        this.workflow = workflow;
        this.inputs = workflow.inputs();
        this.remotes = remotes;
        this.messages = messages;
        this.lifetime = lifetime;
    }

    @FXML
    void initialize() {
        new Segments<Way>()
                .with(Way.FOUND, found, foundPane)
                .with(Way.ADDRESS, address, addressPane)
                .with(Way.TOKEN, token, tokenPane)
                .with(Way.SOCKET, socket, socketPane)
                .bind(inputs.way(), lifetime);
        lifetime.follow(inputs.way(), this::explain);
        var typed = new Typed(lifetime);
        typed.into(addressField, inputs.address());
        typed.into(tokenField, inputs.token());
        TokenField.tame(tokenField, workflow::next);
        typed.into(socketField, inputs.socket());
        offers.setCellFactory(_ -> new OfferCell(messages));
        offers.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                workflow.next();
            }
        });
        lifetime.follow(remotes.found(), this::show);
        lifetime.follow(
                offers.getSelectionModel().selectedItemProperty(),
                offer -> inputs.offer().set(Optional.ofNullable(offer)));
        lifetime.follow(inputs.address(), _ -> showFault());
        var facts = new TokenFacts(tokenFacts, messages);
        lifetime.follow(inputs.token(), _ -> facts.show(workflow.readiness().token()));
    }

    private void explain(Way way) {
        hint.setText(messages.text("connect.choose." + way.name().toLowerCase(Locale.ROOT)));
    }

    private void show(Optional<StockRemotes.Found> known) {
        var chosen = inputs.offer().get();
        var all = known.map(StockRemotes.Found::offers).orElse(List.of());
        offers.getItems().setAll(all);
        offers.setPrefHeight(Math.min(all.size(), MOST_ROWS) * offers.getFixedCellSize() + 4);
        chosen.or(() -> all.stream().filter(Offer::isDefault).findFirst())
                .or(() -> all.stream().findFirst())
                .ifPresent(offers.getSelectionModel()::select);
        Present.when(!all.isEmpty(), offers);
        Present.when(all.isEmpty(), nothing);
        nothingText.setText(
                messages.text(
                        known.isPresent() ? "connect.found.nothing" : "connect.found.looking"));
        Present.when(known.isPresent(), nothingDetail);
        var faults = known.map(StockRemotes.Found::problems).orElse(List.of());
        problems.getChildren().setAll(faults.stream().map(messages::text).map(Note::new).toList());
        Present.when(!faults.isEmpty(), problems);
    }

    private void showFault() {
        var fault = workflow.readiness().addressFault();
        addressFault.setText(messages.text(fault.orElse(Phrase.of("connect.address.note"))));
        (fault.isPresent() ? Tone.DANGER : Tone.NEUTRAL).paint(addressFault);
    }
}
