@NullMarked
package dev.pileus.bench;

import org.jspecify.annotations.NullMarked;
