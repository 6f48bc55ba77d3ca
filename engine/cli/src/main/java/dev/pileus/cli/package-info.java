/// The admin tool: what an administrator runs beside the daemon.
@NullMarked
package dev.pileus.cli;

import org.jspecify.annotations.NullMarked;
