package dev.pileus.desktop.inspector;

import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.i18n.Phrase;

/// One line of what is known: a name and a value, which may be empty.
record Fact(String titleKey, Phrase value) {
    static Fact of(String titleKey, String value) {
        return new Fact(titleKey, Phrase.verbatim(value));
    }

    Line in(Messages messages) {
        return new Line(messages.text(titleKey), messages.text(value));
    }

    /// A fact in a language.
    record Line(String title, String value) {}
}
