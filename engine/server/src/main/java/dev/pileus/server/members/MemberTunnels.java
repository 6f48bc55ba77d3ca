package dev.pileus.server.members;

import dev.pileus.database.raft.wire.PeerChannel;
import dev.pileus.database.raft.wire.PeerTransport;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Map;

/// Opens the database's streams to other members: TLS to the port that clients use, then an upgrade
/// from HTTP to `ratis/1`.
final class MemberTunnels implements PeerTransport {
    static final String PROTOCOL = "ratis/1";
    static final String PATH = "/internal/database";

    /// The id of the member that asks.
    static final String MEMBER_HEADER = "X-Pileus-Member";

    private final long own;
    private final MemberBook book;
    private final MemberTls tls;

    MemberTunnels(long own, MemberBook book, MemberTls tls) {
        this.own = own;
        this.book = book;
        this.tls = tls;
    }

    @Override
    public PeerChannel connect(long member) throws IOException {
        var address =
                book.address(member)
                        .orElseThrow(() ->
                                new IOException("nobody knows where member " + member + " is"));
        try {
            var headers = Map.of(MEMBER_HEADER, Long.toString(own));
            return new Channel(MemberStream.open(tls, address, PATH, PROTOCOL, headers));
        } catch (InterruptedIOException slow) {
            // would end replication to that member for good
            throw new IOException("no answer in time from " + address, slow);
        }
    }

    private record Channel(MemberStream stream) implements PeerChannel {
        @Override
        public InputStream in() {
            return stream.in();
        }

        @Override
        public OutputStream out() {
            return stream.out();
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
