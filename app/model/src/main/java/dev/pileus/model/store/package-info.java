/// The live image of one cluster: immutable snapshots, what changed between them, and who is told.
@NullMarked
package dev.pileus.model.store;

import org.jspecify.annotations.NullMarked;
