package dev.pileus.database.raft;

import org.jspecify.annotations.Nullable;

/// What became of an entry that a member handed to its own part of the group.
sealed interface Submission {
    /// It is in the log for good, and applied here.
    ///
    /// @param answer what applying it returned; not copied
    @SuppressWarnings("ArrayRecordComponent") // handed on once, compared never
    record Done(long index, byte[] answer) implements Submission {}

    /// Somebody else may be able to, or this member a little later. The entry may be in the log all
    /// the same.
    record NotNow(String reason, @Nullable Throwable cause) implements Submission {}
}
