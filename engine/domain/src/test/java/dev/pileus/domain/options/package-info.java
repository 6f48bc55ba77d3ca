/// Tests.
@NullMarked
package dev.pileus.domain.options;

import org.jspecify.annotations.NullMarked;
