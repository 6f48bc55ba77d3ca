/// Trust, tried with real keys, files and handshakes.
@NullMarked
package dev.pileus.trust;

import org.jspecify.annotations.NullMarked;
