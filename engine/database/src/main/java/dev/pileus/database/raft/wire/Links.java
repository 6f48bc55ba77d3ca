package dev.pileus.database.raft.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The links to all other members, opened when first needed and again after a failure.
public final class Links implements AutoCloseable {
    private final PeerTransport transport;
    private final Map<Key, Slot> slots = new ConcurrentHashMap<>();
    private volatile boolean closed;

    public Links(PeerTransport transport) {
        this.transport = transport;
    }

    /// Asks a member and waits for its answer.
    ///
    /// @throws WireException if there is none in time, or a refusal
    public byte[] call(long member, Lane lane, Request kind, byte[] content, Duration patience)
            throws IOException {
        var slot = slots.computeIfAbsent(new Key(member, lane), Slot::new);
        return slot.link().call(kind, content, patience);
    }

    /// Ends the links to one member, as when its address has changed.
    public void drop(long member) {
        for (var lane : Lane.values()) {
            var slot = slots.get(new Key(member, lane));
            if (slot != null) {
                slot.close();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        slots.values().forEach(Slot::close);
    }

    /// What may not wait behind what: heartbeats do not queue behind somebody's large answer.
    public enum Lane {
        RAFT,
        CALLS
    }

    private record Key(long member, Lane lane) {}

    private final class Slot {
        private final Key key;
        private final ReentrantLock connecting = new ReentrantLock();
        private volatile @Nullable Link link;

        Slot(Key key) {
            this.key = key;
        }

        Link link() throws IOException {
            var current = link;
            if (current != null && current.isOpen()) {
                return current;
            }
            connecting.lock();
            try {
                current = link;
                if (current != null && current.isOpen()) {
                    return current;
                }
                if (closed) {
                    throw new WireException("this member's database is closed");
                }
                var fresh = Link.open(key.member(), transport.connect(key.member()));
                link = fresh;
                if (closed) {
                    fresh.close();
                }
                return fresh;
            } finally {
                connecting.unlock();
            }
        }

        void close() {
            var current = link;
            if (current != null) {
                current.close();
            }
        }
    }
}
