package dev.pileus.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/// A connection of Jetty's after its upgrade, made blocking.
final class JettyTunnel extends AbstractConnection implements Connection.UpgradeTo, Tunnel {
    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final int BUFFER = 1 << 14;

    private final TunnelHandler handler;
    private final Executor threads;
    private final ByteBuffer received = BufferUtil.allocate(BUFFER);

    private JettyTunnel(EndPoint endPoint, TunnelHandler handler, Executor threads) {
        super(endPoint, threads);
        this.handler = handler;
        this.threads = threads;
    }

    static void upgrade(
            Answer.Upgrade answer,
            Executor threads,
            Request request,
            Response response,
            Callback callback) {
        var endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        request.setAttribute(
                HttpStream.UPGRADE_CONNECTION_ATTRIBUTE,
                new JettyTunnel(endPoint, answer.handler(), threads));
        response.setStatus(101);
        response.getHeaders().put(HttpHeader.UPGRADE, answer.protocol());
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeader.UPGRADE.asString());
        callback.succeeded();
    }

    /// Bytes that came with the request.
    @Override
    public void onUpgradeTo(ByteBuffer early) {
        BufferUtil.append(received, early);
    }

    @Override
    public void onOpen() {
        super.onOpen();
        getEndPoint().setIdleTimeout(IDLE.toMillis());
        threads.execute(() -> handler.take(this));
    }

    @Override
    public void onFillable() {
        throw new IllegalStateException("readers of a tunnel ask for bytes themselves");
    }

    @Override
    public InputStream in() {
        return new Input();
    }

    @Override
    public OutputStream out() {
        return new Output();
    }

    private final class Input extends InputStream {
        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, target.length);
            while (!received.hasRemaining()) {
                var filled = getEndPoint().fill(received);
                if (filled < 0) {
                    return -1;
                }
                if (filled == 0) {
                    awaitBytes();
                }
            }
            var count = Math.min(length, received.remaining());
            received.get(target, offset, count);
            return count;
        }

        private void awaitBytes() throws IOException {
            try (var blocker = Blocker.callback()) {
                getEndPoint().fillInterested(blocker);
                blocker.block();
            }
        }
    }

    private final class Output extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try (var blocker = Blocker.callback()) {
                getEndPoint().write(blocker, ByteBuffer.wrap(bytes, offset, length));
                blocker.block();
            }
        }
    }
}
