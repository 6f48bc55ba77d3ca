package dev.pileus.database.raft.wire;

import java.io.IOException;

/// Opens streams to other members. Where a member lives is the transport's business: this room
/// knows members by their ids only, so that a changed address is not a change of the group.
@FunctionalInterface
public interface PeerTransport {
    /// Blocks for a few seconds at most.
    ///
    /// @throws IOException if the member is unknown, out of reach or not trusted; never an
    ///   InterruptedIOException, which would end replication to that member
    PeerChannel connect(long member) throws IOException;
}
