/// What a change will do before it runs: pure computation over a cluster image, as typed data that
/// the desktop puts into words.
@NullMarked
package dev.pileus.model.plan;

import org.jspecify.annotations.NullMarked;
