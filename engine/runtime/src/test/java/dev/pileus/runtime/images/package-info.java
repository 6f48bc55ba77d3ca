@NullMarked
package dev.pileus.runtime.images;

import org.jspecify.annotations.NullMarked;
