package dev.pileus.database.raft.wire;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The answering side of all channels that other members have opened to this one.
public final class Answering implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RequestHandler handler;
    private final Set<PeerChannel> channels = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public Answering(RequestHandler handler) {
        this.handler = handler;
    }

    /// Takes the channel over until either side closes it; returns at once.
    public void accept(long from, PeerChannel channel) {
        channels.add(channel);
        if (closed) {
            end(from, channel);
            return;
        }
        Thread.ofVirtual()
                .name("requests-of-member-" + from)
                .start(() -> readRequests(from, channel));
    }

    @Override
    public void close() {
        closed = true;
        channels.forEach(channel -> end(0, channel));
    }

    private void readRequests(long from, PeerChannel channel) {
        var writer = new FrameWriter(channel);
        try {
            var in = new DataInputStream(new BufferedInputStream(channel.in()));
            while (!closed) {
                var request = Frame.read(in);
                Thread.ofVirtual().start(() -> answer(from, request, channel, writer));
            }
        } catch (IOException e) {
            LOG.debug("The channel from member {} ended: {}", from, e.getMessage());
        } finally {
            end(from, channel);
        }
    }

    private void answer(long from, Frame request, PeerChannel channel, FrameWriter writer) {
        try {
            writer.write(reply(from, request), PATIENCE);
        } catch (IOException e) {
            LOG.debug("Member {} does not get its answer: {}", from, e.getMessage());
            end(from, channel);
        }
    }

    private Frame reply(long from, Frame request) {
        try {
            var content = handler.answer(from, Request.of(request.kind()), request.content());
            return new Frame(Frame.REPLY, request.call(), content);
        } catch (IOException e) {
            return refusal(request, e);
        } catch (RuntimeException e) {
            LOG.error("A request of member {} failed", from, e);
            return refusal(request, e);
        }
    }

    private static Frame refusal(Frame request, Exception cause) {
        return new Frame(
                Frame.REFUSAL,
                request.call(),
                String.valueOf(cause.getMessage()).getBytes(StandardCharsets.UTF_8));
    }

    private void end(long from, PeerChannel channel) {
        channels.remove(channel);
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Closing a channel from member {}: {}", from, e.getMessage());
        }
    }
}
