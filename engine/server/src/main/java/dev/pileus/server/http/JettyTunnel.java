package dev.pileus.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/// A connection of Jetty's after its upgrade, made blocking.
final class JettyTunnel extends AbstractConnection implements Connection.UpgradeTo, Tunnel {
    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final int BUFFER = 1 << 14;

    private final TunnelHandler handler;
    private final Executor threads;
    private final Consumer<JettyTunnel> ended;
    private final ByteBuffer received = BufferUtil.allocate(BUFFER);

    JettyTunnel(
            EndPoint endPoint,
            TunnelHandler handler,
            Executor threads,
            Consumer<JettyTunnel> ended) {
        super(endPoint, threads);
        this.handler = handler;
        this.threads = threads;
        this.ended = ended;
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
    public void onClose(@Nullable Throwable cause) {
        super.onClose(cause);
        ended.accept(this);
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

    @Override
    public void allowSilence(Duration patience) {
        getEndPoint().setIdleTimeout(patience.toMillis());
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
