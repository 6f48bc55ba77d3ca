@NullMarked
package dev.pileus.domain.images;

import org.jspecify.annotations.NullMarked;
