/// Tests.
@NullMarked
package dev.pileus.domain.placement;

import org.jspecify.annotations.NullMarked;
