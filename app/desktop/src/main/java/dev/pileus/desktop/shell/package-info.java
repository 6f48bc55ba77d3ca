/// The main window's frame: top bar, navigation, the places for views, inspector and activity, and
/// what the window says by itself.
@NullMarked
package dev.pileus.desktop.shell;

import org.jspecify.annotations.NullMarked;
