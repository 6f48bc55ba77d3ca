package dev.pileus.client;

import dev.pileus.trust.ClientIdentity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Lets websockets in and falls silent then, as a frozen host does: pings stay unanswered.
final class DeafServer implements AutoCloseable {
    private static final String KEY = "sec-websocket-key: ";
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final String SYNC = "{\"type\":\"sync\",\"metadata\":{}}";

    private final ServerSocket socket;
    private final List<Socket> connections = new ArrayList<>();

    DeafServer(ClientIdentity identity) throws Exception {
        var factory = FakeServer.context(identity).getServerSocketFactory();
        socket = factory.createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::serve);
    }

    Endpoint endpoint() {
        return new Endpoint.Https("127.0.0.1", socket.getLocalPort());
    }

    private void serve() {
        try {
            while (true) {
                var connection = socket.accept();
                connections.add(connection);
                answer(connection);
            }
        } catch (SocketException closed) {
            // the end of the test
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(Socket connection) throws Exception {
        var input =
                new BufferedReader(
                        new InputStreamReader(
                                connection.getInputStream(), StandardCharsets.US_ASCII));
        var key = "";
        for (var line = input.readLine();
                line != null && !line.isEmpty();
                line = input.readLine()) {
            if (line.regionMatches(true, 0, KEY, 0, KEY.length())) {
                key = line.substring(KEY.length());
            }
        }
        var answer = key.isEmpty() ? plain() : upgrade(key);
        connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    }

    private static String plain() {
        return "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: "
                + SYNC.length()
                + "\r\n\r\n"
                + SYNC;
    }

    private static String upgrade(String key) throws Exception {
        var digest = MessageDigest.getInstance("SHA-1");
        var accepted = digest.digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
        return "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Accept: "
                + Base64.getEncoder().encodeToString(accepted)
                + "\r\n\r\n";
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (var connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
