package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.i18n.Phrase;
import java.util.Optional;

/// Why it does not go on.
///
/// @param words the server's or the system's own, with the request; may be empty
/// @param advice what to do next
/// @param remedy what the wizard can do about it
record Setback(Phrase headline, String words, Phrase advice, Optional<Remedy> remedy) {
    static Setback of(Phrase headline, String words, Phrase advice) {
        return new Setback(headline, words, advice, Optional.empty());
    }

    /// A button.
    record Remedy(Phrase title, Runnable run) {}
}
