package dev.pileus.database.raft.wire;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The asking side of a channel: any number of calls at a time, answered in any order. A link that
/// has failed once is of no use any more.
final class Link {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    private final long member;
    private final PeerChannel channel;
    private final FrameWriter writer;
    private final AtomicLong calls = new AtomicLong();
    private final Map<Long, CompletableFuture<Frame>> waiting = new ConcurrentHashMap<>();
    private volatile boolean open = true;

    private Link(long member, PeerChannel channel) {
        this.member = member;
        this.channel = channel;
        this.writer = new FrameWriter(channel);
    }

    static Link open(long member, PeerChannel channel) {
        var link = new Link(member, channel);
        Thread.ofVirtual().name("replies-of-member-" + member).start(link::readReplies);
        return link;
    }

    boolean isOpen() {
        return open;
    }

    byte[] call(Request request, byte[] content, Duration patience) throws IOException {
        var call = calls.incrementAndGet();
        var reply = new CompletableFuture<Frame>();
        waiting.put(call, reply);
        try {
            if (!open) {
                throw lost();
            }
            send(new Frame(request.code(), call, content), patience);
            var frame = reply.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (frame.kind() == Frame.REFUSAL) {
                throw new WireException(new String(frame.content(), StandardCharsets.UTF_8));
            }
            return frame.content();
        } catch (TimeoutException e) {
            // perhaps half open: the next call finds out with a new one
            close();
            throw new WireException(
                    "member %d did not answer %s within %s".formatted(member, request, patience),
                    e);
        } catch (ExecutionException e) {
            throw lost();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WireException("interrupted while waiting for member " + member, e);
        } finally {
            waiting.remove(call);
        }
    }

    private void send(Frame frame, Duration patience) throws IOException {
        try {
            writer.write(frame, patience);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    void close() {
        open = false;
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Closing a channel to member {}: {}", member, e.getMessage());
        }
        var lost = lost();
        waiting.values().forEach(reply -> reply.completeExceptionally(lost));
    }

    private void readReplies() {
        try {
            var in = new DataInputStream(new BufferedInputStream(channel.in()));
            while (open) {
                var frame = Frame.read(in);
                var reply = waiting.get(frame.call());
                if (reply != null) {
                    reply.complete(frame);
                }
            }
        } catch (IOException e) {
            LOG.debug("The channel to member {} ended: {}", member, e.getMessage());
        } finally {
            close();
        }
    }

    private WireException lost() {
        return new WireException("the connection to member " + member + " is lost");
    }
}
