/// Connections in words: what keeps one from being opened, and what to do about it.
@NullMarked
package dev.pileus.desktop.connections;

import org.jspecify.annotations.NullMarked;
