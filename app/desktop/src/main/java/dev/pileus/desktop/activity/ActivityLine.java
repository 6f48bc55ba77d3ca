package dev.pileus.desktop.activity;

import dev.pileus.desktop.i18n.Phrase;

/// A line of the pane: work first, then what happened.
sealed interface ActivityLine {
    record Work(OngoingWork work) implements ActivityLine {}

    record Event(PastEvent event) implements ActivityLine {}

    /// What stands there when there is nothing.
    record Quiet(Phrase sentence) implements ActivityLine {}
}
