package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.model.connections.SavedConnection;

/// What the wizard says while it waits.
final class Waits {
    private Waits() {}

    static Phrase reaching(String server) {
        return Phrase.of("connect.wait.reach", server);
    }

    static Phrase introducing(SavedConnection connection) {
        return Phrase.of("connect.wait.trust", Where.first(connection));
    }

    static Phrase saving() {
        return Phrase.of("connect.wait.save");
    }
}
