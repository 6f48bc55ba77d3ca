/// The open cluster on the screen's thread: its newest image, and how states are coloured and named
/// everywhere.
@NullMarked
package dev.pileus.desktop.cluster;

import org.jspecify.annotations.NullMarked;
