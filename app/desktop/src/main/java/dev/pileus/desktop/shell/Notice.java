package dev.pileus.desktop.shell;

import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.theme.Tone;
import java.util.List;

/// Something that happened and that the user should see without being stopped.
///
/// @param choices what can be done about it, at most two
public record Notice(Tone tone, Phrase text, List<Choice> choices) {
    public Notice {
        choices = List.copyOf(choices);
    }

    public static Notice of(Tone tone, Phrase text) {
        return new Notice(tone, text, List.of());
    }

    /// A button of the notice. The notice leaves when it is pressed.
    public record Choice(Phrase title, Runnable run) {}
}
