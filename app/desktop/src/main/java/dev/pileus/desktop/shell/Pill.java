package dev.pileus.desktop.shell;

import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.theme.Tone;

/// A short verdict in the top bar.
///
/// @param brief the text where there is no room for it
/// @param hint one or two sentences that explain it
public record Pill(Tone tone, Phrase text, Phrase brief, Phrase hint) {}
