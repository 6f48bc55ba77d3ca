/// Work that outlives its request, and tokens that wait to be redeemed (CONTRACT 5).
@NullMarked
package dev.pileus.domain.operations;

import org.jspecify.annotations.NullMarked;
