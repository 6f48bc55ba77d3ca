package dev.pileus.desktop.shell;

import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.theme.Tone;

/// A cluster that can be opened.
///
/// @param id what the opener knows it by
/// @param name as the user calls it
/// @param detail product, version and members, or its address
/// @param tone colour of the dot: `OK` connected, `DANGER` silent, `NEUTRAL` not opened
public record ClusterEntry(String id, String name, Origin origin, Phrase detail, Tone tone) {
    /// How the console came to know it, in the order of the picker.
    public enum Origin {
        /// A connection of this console.
        SAVED,
        /// Started by this console.
        SANDBOX,
        /// A remote of the stock client, not opened yet.
        FOUND
    }
}
