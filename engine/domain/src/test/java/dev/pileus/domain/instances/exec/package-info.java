/// Tests.
@NullMarked
package dev.pileus.domain.instances.exec;

import org.jspecify.annotations.NullMarked;
