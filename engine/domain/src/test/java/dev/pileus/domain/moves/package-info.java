/// Tests of moves.
@NullMarked
package dev.pileus.domain.moves;

import org.jspecify.annotations.NullMarked;
