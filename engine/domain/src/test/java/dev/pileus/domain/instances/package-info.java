/// Tests.
@NullMarked
package dev.pileus.domain.instances;

import org.jspecify.annotations.NullMarked;
