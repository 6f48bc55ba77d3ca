/// Tests on real file systems.
@NullMarked
package dev.pileus.runtime.files;

import org.jspecify.annotations.NullMarked;
