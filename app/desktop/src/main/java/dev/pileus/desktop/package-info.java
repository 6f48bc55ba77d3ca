/// The desktop console: its start, the one door to JavaFX's thread and the one place of background
/// work.
@NullMarked
package dev.pileus.desktop;

import org.jspecify.annotations.NullMarked;
