/// Tests.
@NullMarked
package dev.pileus.domain.storage;

import org.jspecify.annotations.NullMarked;
