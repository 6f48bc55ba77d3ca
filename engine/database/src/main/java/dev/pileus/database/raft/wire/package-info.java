/// Calls between members over duplex streams: frames, and many calls at a time on one stream. Knows
/// nothing of Raft.
@NullMarked
package dev.pileus.database.raft.wire;

import org.jspecify.annotations.NullMarked;
