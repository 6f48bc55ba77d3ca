/// Tests.
@NullMarked
package dev.pileus.domain.networks;

import org.jspecify.annotations.NullMarked;
