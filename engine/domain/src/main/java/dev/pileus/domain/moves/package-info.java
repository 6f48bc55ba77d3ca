/// Moves: an instance changes its member, and is whole on exactly one of them at any moment
/// (CONTRACT 15.4).
///
/// The home of an instance is its row in `instances`. What a move brings to another member is a row
/// in `instances_copies` before its first byte is sent; one decided write makes that copy the
/// instance and its former home the copy. Whatever breaks off in between, that table says on every
/// member which files are nobody's ([Leftovers]).
@NullMarked
package dev.pileus.domain.moves;

import org.jspecify.annotations.NullMarked;
