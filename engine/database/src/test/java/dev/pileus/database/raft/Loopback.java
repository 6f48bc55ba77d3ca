package dev.pileus.database.raft;

import dev.pileus.database.raft.wire.PeerChannel;
import dev.pileus.database.raft.wire.PeerTransport;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/// Plain TCP between members of one process, with cables to pull. Whoever connects says its id.
final class Loopback implements AutoCloseable {
    private final Map<Long, ServerSocket> listeners = new ConcurrentHashMap<>();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final Set<Long> cutOff = ConcurrentHashMap.newKeySet();

    /// The member's own way to the others.
    PeerTransport of(long member) {
        return to -> connect(member, to);
    }

    /// Others reach the member from now on.
    void listen(long member, BiConsumer<Long, PeerChannel> acceptor) throws IOException {
        var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        listeners.put(member, listener);
        Thread.ofVirtual().start(() -> accept(member, listener, acceptor));
    }

    void silence(long member) throws IOException {
        var listener = listeners.remove(member);
        if (listener != null) {
            listener.close();
        }
        drop(member);
    }

    /// Nothing reaches the member, and nothing it sends reaches anybody.
    void cut(long member) {
        cutOff.add(member);
        drop(member);
    }

    void mend(long member) {
        cutOff.remove(member);
    }

    @Override
    public void close() throws IOException {
        for (var member : Set.copyOf(listeners.keySet())) {
            silence(member);
        }
    }

    private PeerChannel connect(long from, long to) throws IOException {
        var listener = listeners.get(to);
        if (listener == null || cutOff.contains(from) || cutOff.contains(to)) {
            throw new IOException("member " + to + " is out of reach");
        }
        var socket = new Socket();
        socket.connect(
                new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()), 2_000);
        new DataOutputStream(socket.getOutputStream()).writeLong(from);
        return track(new Connection(from, to, socket));
    }

    private void accept(
            long member, ServerSocket listener, BiConsumer<Long, PeerChannel> acceptor) {
        try {
            while (true) {
                var socket = listener.accept();
                var from = new DataInputStream(socket.getInputStream()).readLong();
                acceptor.accept(from, track(new Connection(from, member, socket)));
            }
        } catch (IOException e) {
            // the listener is closed: the member has stopped
        }
    }

    private Connection track(Connection connection) throws IOException {
        connection.socket().setTcpNoDelay(true);
        connections.add(connection);
        if (cutOff.contains(connection.from()) || cutOff.contains(connection.to())) {
            connection.close();
        }
        return connection;
    }

    private void drop(long member) {
        connections.removeIf(connection -> {
            var concerned = connection.from() == member || connection.to() == member;
            if (concerned) {
                connection.close();
            }
            return concerned;
        });
    }

    private record Connection(long from, long to, Socket socket) implements PeerChannel {
        @Override
        public InputStream in() {
            try {
                return socket.getInputStream();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public OutputStream out() {
            try {
                return socket.getOutputStream();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
