package dev.pileus.database.raft;

import dev.pileus.database.raft.wire.PeerChannel;
import dev.pileus.database.raft.wire.PeerTransport;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        return track(from, to, socket);
    }

    private void accept(
            long member, ServerSocket listener, BiConsumer<Long, PeerChannel> acceptor) {
        try {
            while (true) {
                var socket = listener.accept();
                var from = new DataInputStream(socket.getInputStream()).readLong();
                acceptor.accept(from, track(from, member, socket));
            }
        } catch (IOException e) {
            // the listener is closed: the member has stopped
        }
    }

    private PeerChannel track(long from, long to, Socket socket) throws IOException {
        var channel = new TcpChannel(socket);
        connections.add(new Connection(from, to, channel));
        if (cutOff.contains(from) || cutOff.contains(to)) {
            channel.close();
        }
        return channel;
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

    private record Connection(long from, long to, PeerChannel channel) {
        void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
