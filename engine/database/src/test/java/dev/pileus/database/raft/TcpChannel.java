package dev.pileus.database.raft;

import dev.pileus.database.raft.wire.PeerChannel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/// A plain connection.
final class TcpChannel implements PeerChannel {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    TcpChannel(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public OutputStream out() {
        return out;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
