/// Tests.
@NullMarked
package dev.pileus.domain.profiles;

import org.jspecify.annotations.NullMarked;
