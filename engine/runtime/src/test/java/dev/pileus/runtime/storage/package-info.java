/// Tests.
@NullMarked
package dev.pileus.runtime.storage;

import org.jspecify.annotations.NullMarked;
