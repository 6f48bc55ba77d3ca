package dev.pileus.desktop.shell;

import dev.pileus.desktop.i18n.Phrase;
import java.util.List;
import java.util.Optional;

/// Something that failed, told so that a user can act on it. Never a stack trace.
///
/// @param title what was tried: "node3 was not evacuated"
/// @param words the server's or the system's own words
/// @param facts where: member, request, time
/// @param advice what to do next
public record Problem(Phrase title, String words, List<Fact> facts, Optional<Phrase> advice) {
    public Problem {
        facts = List.copyOf(facts);
    }

    /// One circumstance.
    public record Fact(Phrase name, Phrase value) {}
}
