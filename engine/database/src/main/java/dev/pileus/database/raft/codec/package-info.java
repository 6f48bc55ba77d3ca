/// How log entries, outcomes, questions and answers look as bytes. Compact, versioned by the first
/// byte, and read without trust: anything unexpected is a [dev.pileus.database.DatabaseException].
@NullMarked
package dev.pileus.database.raft.codec;

import org.jspecify.annotations.NullMarked;
