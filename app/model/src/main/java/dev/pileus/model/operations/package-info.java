/// What runs in a cluster right now, for people: which work, how far, how long still, and how it
/// ended.
@NullMarked
package dev.pileus.model.operations;

import org.jspecify.annotations.NullMarked;
