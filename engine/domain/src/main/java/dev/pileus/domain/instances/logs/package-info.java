/// What instances leave in writing: their logs, the console's record, the output of commands.
@NullMarked
package dev.pileus.domain.instances.logs;

import org.jspecify.annotations.NullMarked;
