package dev.pileus.server.members;

import dev.pileus.client.Endpoint;
import dev.pileus.database.raft.wire.PeerChannel;
import dev.pileus.database.raft.wire.PeerTransport;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLSocket;

/// Opens the database's streams to other members: TLS to the port that clients use, then an upgrade
/// from HTTP to `ratis/1`.
final class MemberTunnels implements PeerTransport {
    static final String PROTOCOL = "ratis/1";
    static final String PATH = "/internal/database";

    /// The id of the member that asks.
    static final String MEMBER_HEADER = "X-Pileus-Member";

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int LONGEST_HEAD = 1 << 13;

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
            return upgraded(open(address), address);
        } catch (InterruptedIOException slow) {
            // would end replication to that member for good
            throw new IOException("no answer in time from " + address, slow);
        }
    }

    private SSLSocket open(String address) throws IOException {
        if (!(Endpoint.parse(address) instanceof Endpoint.Https(var host, var port))) {
            throw new IOException("no network address: " + address);
        }
        var plain = new Socket();
        try {
            plain.setTcpNoDelay(true);
            plain.setSoTimeout((int) PATIENCE.toMillis());
            plain.connect(new InetSocketAddress(host, port), (int) PATIENCE.toMillis());
            var socket =
                    (SSLSocket)
                            tls.context().getSocketFactory().createSocket(plain, host, port, true);
            socket.startHandshake();
            return socket;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private PeerChannel upgraded(SSLSocket socket, String address) throws IOException {
        try {
            var request =
                    """
                    GET %s HTTP/1.1\r
                    Host: %s\r
                    Connection: Upgrade\r
                    Upgrade: %s\r
                    %s: %d\r
                    \r
                    """
                            .formatted(PATH, address, PROTOCOL, MEMBER_HEADER, own);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var head = head(socket.getInputStream());
            if (!head.startsWith("HTTP/1.1 101 ")) {
                throw new IOException(
                        address + " refuses: " + head.lines().findFirst().orElse("no answer"));
            }
            socket.setSoTimeout(0);
            return new Channel(socket, socket.getInputStream(), socket.getOutputStream());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /// Byte by byte: what follows the head is the database's.
    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0 || head.length() > LONGEST_HEAD) {
                throw new IOException("the answer ends early");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private record Channel(SSLSocket socket, InputStream in, OutputStream out)
            implements PeerChannel {
        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
