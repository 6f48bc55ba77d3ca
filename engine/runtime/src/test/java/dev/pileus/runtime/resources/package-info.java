/// Tests.
@NullMarked
package dev.pileus.runtime.resources;

import org.jspecify.annotations.NullMarked;
