/// The files of containers, reached from the host without ever leaving the container.
@NullMarked
package dev.pileus.runtime.files;

import org.jspecify.annotations.NullMarked;
