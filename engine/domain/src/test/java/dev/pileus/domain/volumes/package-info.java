@NullMarked
package dev.pileus.domain.volumes;

import org.jspecify.annotations.NullMarked;
