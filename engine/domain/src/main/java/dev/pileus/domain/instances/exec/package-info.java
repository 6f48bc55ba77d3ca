/// Commands in instances, and how clients talk to them (CONTRACT 16.1).
@NullMarked
package dev.pileus.domain.instances.exec;

import org.jspecify.annotations.NullMarked;
