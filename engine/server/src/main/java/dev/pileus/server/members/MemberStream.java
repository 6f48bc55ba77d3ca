package dev.pileus.server.members;

import dev.pileus.client.Endpoint;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLSocket;

/// A connection to another member that speaks another protocol than HTTP: TLS to the port that
/// clients use, then an upgrade.
record MemberStream(SSLSocket socket, InputStream in, OutputStream out) implements Closeable {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int LONGEST_HEAD = 1 << 13;

    /// Opens one.
    ///
    /// @param address `host:port`
    /// @param path where the other member upgrades; with the query
    /// @param protocol to upgrade to
    /// @param headers to send beside that
    static MemberStream open(
            MemberTls tls,
            String address,
            String path,
            String protocol,
            Map<String, String> headers)
            throws IOException {
        var socket = connect(tls, address);
        try {
            var request =
                    new StringBuilder("GET %s HTTP/1.1\r\n".formatted(path))
                            .append("Host: %s\r\n".formatted(address))
                            .append("Connection: Upgrade\r\n")
                            .append("Upgrade: %s\r\n".formatted(protocol));
            headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
            socket.getOutputStream()
                    .write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            var head = head(socket.getInputStream());
            if (!head.startsWith("HTTP/1.1 101 ")) {
                throw new IOException(
                        address + " refuses: " + head.lines().findFirst().orElse("no answer"));
            }
            socket.setSoTimeout(0);
            return new MemberStream(socket, socket.getInputStream(), socket.getOutputStream());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static SSLSocket connect(MemberTls tls, String address) throws IOException {
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

    /// Byte by byte: what follows the head is no HTTP.
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

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
