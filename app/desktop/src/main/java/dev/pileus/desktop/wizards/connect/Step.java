package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.i18n.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The steps as the user counts them. Those that are not needed count as done.
enum Step {
    SERVER,
    CERTIFICATE,
    TRUST,
    NAME;

    static List<Phrase> names() {
        return Stream.of(values()).map(Step::title).toList();
    }

    Phrase title() {
        return Phrase.of("connect.step." + name().toLowerCase(Locale.ROOT));
    }
}
