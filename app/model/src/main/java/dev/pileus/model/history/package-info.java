/// What happened in a cluster while the console looked, who did it, and what the console noticed by
/// itself. Servers keep no such record.
@NullMarked
package dev.pileus.model.history;

import org.jspecify.annotations.NullMarked;
