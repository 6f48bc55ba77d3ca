/// Tests on the real kernel.
@NullMarked
package dev.pileus.runtime.posix;

import org.jspecify.annotations.NullMarked;
