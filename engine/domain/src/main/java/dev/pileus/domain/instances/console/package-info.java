/// The consoles of instances, and what they have said.
@NullMarked
package dev.pileus.domain.instances.console;

import org.jspecify.annotations.NullMarked;
