package dev.pileus.database.raft;

import org.apache.ratis.server.protocol.TermIndex;

/// An entry that a majority of the voters has, at its place in the log.
///
/// @param content as [dev.pileus.database.raft.codec.EntryCodec] writes it; not copied
@SuppressWarnings("ArrayRecordComponent") // handed on once, compared never
record Committed(TermIndex at, byte[] content) {
    long index() {
        return at.getIndex();
    }
}
