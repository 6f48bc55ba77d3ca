package dev.pileus.database.raft.wire;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Lets many threads write frames to one channel. A peer that no longer reads must not hold them
/// for ever: whoever has waited too long closes the channel, which ends the blocked write as well.
final class FrameWriter {
    private static final int BUFFER = 64 << 10;

    private final PeerChannel channel;
    private final DataOutputStream out;
    private final ReentrantLock lock = new ReentrantLock();

    FrameWriter(PeerChannel channel) {
        this.channel = channel;
        this.out = new DataOutputStream(new BufferedOutputStream(channel.out(), BUFFER));
    }

    void write(Frame frame, Duration patience) throws IOException {
        if (!locked(patience)) {
            channel.close();
            throw new WireException("another member does not read what it is sent");
        }
        try {
            frame.write(out);
        } finally {
            lock.unlock();
        }
    }

    private boolean locked(Duration patience) throws WireException {
        try {
            return lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WireException("interrupted while waiting to send", e);
        }
    }
}
