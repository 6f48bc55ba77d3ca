package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.i18n.Phrase;
import java.time.Duration;
import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;

/// What a pasted token says, shown while it is pasted.
final class TokenFacts {
    private final Pane place;
    private final Messages messages;

    TokenFacts(Pane place, Messages messages) {
        this.place = place;
        this.messages = messages;
        place.setId("connect-token-facts");
    }

    void show(TokenReading reading) {
        switch (reading) {
            case TokenReading.Nothing _ -> place.getChildren().clear();
            case TokenReading.Unusable(var why) -> place.getChildren().setAll(fault(why));
            case TokenReading.Usable readable -> place.getChildren().setAll(facts(readable));
        }
    }

    private Node fault(Phrase why) {
        var fault = new Label(messages.text(why));
        fault.setWrapText(true);
        fault.setMaxWidth(Double.MAX_VALUE);
        fault.getStyleClass().addAll("verdict", "tone-danger");
        return fault;
    }

    private Node facts(TokenReading.Usable token) {
        var grid = new GridPane();
        grid.getStyleClass().addAll("problem-facts", "command-box");
        var facts = new Facts(grid, messages);
        if (!token.client().isBlank()) {
            facts.add("connect.token.name", Phrase.verbatim(token.client()));
        }
        facts.add("connect.token.addresses", Phrase.verbatim(String.join(", ", token.addresses())));
        facts.add(
                "connect.token.expires",
                token.expiresAt().map(this::expiry).orElse(Phrase.of("connect.token.never")));
        facts.add("connect.token.fingerprint", Phrase.verbatim(Hex.grouped(token.fingerprint())))
                .getStyleClass()
                .add("mono");
        return grid;
    }

    private Phrase expiry(Instant at) {
        return Phrase.of(
                "connect.token.expiresIn",
                new Phrase.FullMoment(at),
                Duration.between(messages.moments().now(), at));
    }
}
