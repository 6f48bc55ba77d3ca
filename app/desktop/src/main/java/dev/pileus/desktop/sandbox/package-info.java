/// Starts a cluster of our engine on this computer and opens it.
@NullMarked
package dev.pileus.desktop.sandbox;

import org.jspecify.annotations.NullMarked;
