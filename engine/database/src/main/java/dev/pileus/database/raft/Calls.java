package dev.pileus.database.raft;

import dev.pileus.database.raft.codec.ByteReader;
import dev.pileus.database.raft.codec.ByteWriter;
import dev.pileus.database.raft.wire.Links;
import dev.pileus.database.raft.wire.Request;
import dev.pileus.database.raft.wire.WireException;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;

/// Our own calls to other members. Each names the group, so that a member that was left behind when
/// the others formed a new one is refused.
final class Calls {
    private final Links links;
    private final UUID group;

    Calls(Links links, UUID group) {
        this.links = links;
        this.group = group;
    }

    ByteReader call(long member, Request kind, byte[] content, Duration patience)
            throws IOException {
        var request =
                new ByteWriter()
                        .eight(group.getMostSignificantBits())
                        .eight(group.getLeastSignificantBits())
                        .bytes(content)
                        .toBytes();
        return new ByteReader(links.call(member, Links.Lane.CALLS, kind, request, patience));
    }

    /// The content of a call of another member.
    byte[] open(byte[] request) throws WireException {
        var in = new ByteReader(request);
        var theirs = new UUID(in.eight(), in.eight());
        if (!theirs.equals(group)) {
            throw new WireException(
                    "this member's database is %s, the call is for %s".formatted(group, theirs));
        }
        return in.bytes();
    }
}
