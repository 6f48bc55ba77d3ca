/// The daemon: the only place that sees every room, wired by hand.
@NullMarked
package dev.pileus.server;

import org.jspecify.annotations.NullMarked;
