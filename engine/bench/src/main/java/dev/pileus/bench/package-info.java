/// Measures our engine beside the real peers, on this computer and in one run.
@NullMarked
package dev.pileus.bench;

import org.jspecify.annotations.NullMarked;
