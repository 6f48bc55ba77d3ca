package dev.pileus.desktop.shell;

import dev.pileus.desktop.theme.Tone;

/// The number beside a view's name.
///
/// @param count not shown when negative
public record Badge(long count, Tone tone) {
    public static final Badge NONE = new Badge(-1, Tone.NEUTRAL);

    public static Badge of(long count) {
        return new Badge(count, Tone.NEUTRAL);
    }

    /// Stands out while there is something.
    public static Badge attention(long count, Tone tone) {
        return new Badge(count, count > 0 ? tone : Tone.NEUTRAL);
    }
}
