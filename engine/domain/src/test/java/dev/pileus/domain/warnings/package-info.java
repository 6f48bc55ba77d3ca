/// Tests.
@NullMarked
package dev.pileus.domain.warnings;

import org.jspecify.annotations.NullMarked;
