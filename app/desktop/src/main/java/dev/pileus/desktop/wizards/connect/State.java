package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.i18n.Phrase;
import java.util.Optional;

/// Where the wizard stands.
///
/// @param waiting what it waits for; empty: for the user
/// @param setback why it did not get further
record State(Page page, Optional<Phrase> waiting, Optional<Setback> setback) {
    static State at(Page page) {
        return new State(page, Optional.empty(), Optional.empty());
    }

    State waitingFor(Phrase what) {
        return new State(page, Optional.of(what), Optional.empty());
    }

    State resting() {
        return new State(page, Optional.empty(), setback);
    }

    State after(Setback what) {
        return new State(page, Optional.empty(), Optional.of(what));
    }
}
