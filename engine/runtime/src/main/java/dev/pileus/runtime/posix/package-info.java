/// What the host's C library offers and Java does not: terminals, processes that own one, and paths
/// that the kernel itself keeps inside of a directory.
@NullMarked
package dev.pileus.runtime.posix;

import org.jspecify.annotations.NullMarked;
