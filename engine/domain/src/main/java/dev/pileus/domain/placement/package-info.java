/// Placement: which member a new or moving instance lives on (CONTRACT 11.2, 15.2).
@NullMarked
package dev.pileus.domain.placement;

import org.jspecify.annotations.NullMarked;
