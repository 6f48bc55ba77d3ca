package dev.pileus.server.members;

import dev.pileus.server.http.Tunnel;
import dev.pileus.server.http.TunnelHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ties a client's connection to one of another member, whatever is spoken on it; when one ends, so
/// does the other.
record TunnelRelay(MemberStream far) implements TunnelHandler {
    private static final Logger LOG = LoggerFactory.getLogger(TunnelRelay.class);

    /// The other member decides when it has been silent for too long.
    private static final Duration SILENCE = Duration.ofDays(1);

    @Override
    public void take(Tunnel near) {
        near.allowSilence(SILENCE);
        var back = Thread.ofVirtual().start(() -> carry(far.in(), near.out(), near));
        carry(near.in(), far.out(), near);
        LOG.debug("A relay ends, its way back alive: {}", back.isAlive());
    }

    private void carry(InputStream from, OutputStream to, Tunnel near) {
        try (near;
                far) {
            var buffer = new byte[1 << 16];
            for (var count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                to.write(buffer, 0, count);
                to.flush();
            }
        } catch (IOException e) {
            LOG.debug("A relay is broken: {}", e.getMessage());
        }
    }
}
