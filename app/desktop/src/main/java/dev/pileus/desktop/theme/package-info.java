/// Colours and type: the light and the dark look, for nodes and for canvases alike.
@NullMarked
package dev.pileus.desktop.theme;

import org.jspecify.annotations.NullMarked;
