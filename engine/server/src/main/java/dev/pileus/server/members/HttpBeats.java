package dev.pileus.server.members;

import dev.pileus.client.ClientException;
import dev.pileus.client.Timeouts;
import dev.pileus.domain.members.Beat;
import dev.pileus.domain.members.BeatSender;
import dev.pileus.domain.members.Member;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends heartbeats to all members at once, each on a thread of its own.
final class HttpBeats implements BeatSender {
    static final String PATH = "heartbeat";

    private static final Logger LOG = LoggerFactory.getLogger(HttpBeats.class);

    /// Well below the time between two rounds, so that a hung member delays nobody.
    private static final Timeouts PATIENCE =
            new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(3));

    private final MemberClients clients;
    private final Supplier<UUID> group;

    /// @param group the id of the database that this member leads
    HttpBeats(MemberClients clients, Supplier<UUID> group) {
        this.group = group;
        this.clients = clients;
    }

    @Override
    public Set<Long> send(List<Member> members, Beat beat) {
        var document = BeatDocument.of(group.get(), beat);
        var answered = ConcurrentHashMap.<Long>newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var member : members) {
                threads.execute(() -> {
                    if (send(member, document)) {
                        answered.add(member.id());
                    }
                });
            }
        }
        return Set.copyOf(answered);
    }

    private boolean send(Member member, BeatDocument document) {
        try {
            clients.at(member.address()).within(PATIENCE).internal().tell(document, PATH);
            return true;
        } catch (ClientException e) {
            LOG.debug("No heartbeat of {}: {}", member.name(), e.getMessage());
            return false;
        }
    }
}
