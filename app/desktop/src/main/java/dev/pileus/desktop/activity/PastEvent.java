package dev.pileus.desktop.activity;

import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.shell.Problem;
import dev.pileus.desktop.theme.Tone;
import java.time.Instant;
import java.util.Optional;

/// Something that happened.
///
/// @param id tells events apart
/// @param what the kind of event as the server calls it, e.g. `instance-started`
/// @param detail to what, by whom
/// @param problem opens when the line is clicked
public record PastEvent(
        String id, Instant at, Phrase what, Phrase detail, Tone tone, Optional<Problem> problem) {}
