package dev.pileus.server.members;

import dev.pileus.api.Event;
import dev.pileus.api.MemberRole;
import dev.pileus.client.ClientException;
import dev.pileus.client.Endpoint;
import dev.pileus.client.EventReceiver;
import dev.pileus.client.EventStream;
import dev.pileus.database.DatabaseException;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MembersService;
import dev.pileus.trust.ServerTrust;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Brings home what happens on other members. Without event hubs everybody follows everybody. With
/// them every hub follows everybody, and everybody else follows one hub, which passes on what it
/// hears. When these roles change, the old ways stay open until the new ones are, so that nothing
/// is missed in between.
public final class EventMesh implements AutoCloseable {
    private static final Duration OVERLAP = Duration.ofSeconds(5);
    private static final Duration LONGEST_OVERLAP = Duration.ofMinutes(1);
    private static final Executor LATER =
            CompletableFuture.delayedExecutor(OVERLAP.toMillis(), TimeUnit.MILLISECONDS);

    private final ThisMember here;
    private final MembersService members;
    private final MemberClients clients;
    private final MemberTls tls;
    private final EventHub events;
    private final Hearing hearing;
    private final Errand errand;
    private final Map<Source, Followed> streams = new HashMap<>();
    private final RecentEvents recent = new RecentEvents();

    /// Addresses of members that are to be heard without delay.
    private final Set<String> urgent = ConcurrentHashMap.newKeySet();

    private volatile String mode = "full-mesh";

    private EventMesh(
            Neighbours neighbours, MembersService members, EventHub events, Hearing hearing) {
        this.here = neighbours.here();
        this.members = members;
        this.clients = neighbours.clients();
        this.tls = neighbours.tls();
        this.events = events;
        this.hearing = hearing;
        this.errand = Errand.start("event-mesh", this::update);
    }

    /// Begins to follow the others.
    ///
    /// @param hearing is told who is heard
    public static EventMesh start(
            Neighbours neighbours, MembersService members, EventHub events, Hearing hearing) {
        var mesh = new EventMesh(neighbours, members, events, hearing);
        hearing.onMissing(mesh::hurry);
        neighbours.onMembers(mesh.errand::ask);
        mesh.errand.ask();
        return mesh;
    }

    /// As `server_event_mode` says it.
    public String mode() {
        return mode;
    }

    private void hurry(String address) {
        urgent.add(address);
        errand.ask();
    }

    private void update() {
        Wanted wanted;
        try {
            wanted = wanted();
        } catch (DatabaseException e) {
            // as it was, until somebody can tell
            return;
        }
        for (var old : Set.copyOf(streams.keySet())) {
            if (isOverdue(old) || !wanted.allows(old)) {
                close(old);
            }
        }
        wanted.sources().forEach(source -> streams.computeIfAbsent(source, this::follow));
        closeRelieved(wanted.sources());
    }

    /// A stream that has broken lets more and more time pass between its attempts.
    private boolean isOverdue(Source source) {
        return urgent.remove(source.address()) && !hearing.isHeard(source.address());
    }

    /// What is not followed any more is so for a while yet: until all others are connected, and
    /// have had the time to follow whom they are to pass on.
    private void closeRelieved(Set<Source> wanted) {
        var connected = wanted.stream().map(streams::get).allMatch(EventMesh::isConnected);
        var waiting = false;
        for (var source : Set.copyOf(streams.keySet())) {
            var followed = streams.get(source);
            if (followed == null) {
                continue;
            }
            if (wanted.contains(source)) {
                followed.relieved = null;
                continue;
            }
            if (followed.relieved == null) {
                followed.relieved = Instant.now();
            }
            var age = Duration.between(followed.relieved, Instant.now());
            if (age.compareTo(connected ? OVERLAP : LONGEST_OVERLAP) >= 0) {
                close(source);
            } else {
                waiting = true;
            }
        }
        if (waiting) {
            LATER.execute(errand::ask);
        }
    }

    private Wanted wanted() {
        if (!here.isClustered()) {
            return new Wanted(Set.of(), Set.of());
        }
        var own = here.id();
        var all = members.members();
        var hubs = all.stream().filter(EventMesh::isHub).toList();
        var others = all.stream().filter(member -> member.id() != own).toList();
        var follower = !hubs.isEmpty() && hubs.stream().noneMatch(hub -> hub.id() == own);
        mode = hubs.isEmpty() ? "full-mesh" : follower ? "hub-client" : "hub-server";
        hearing.isDirect(!follower);
        var there = new HashSet<>(sources(others, true));
        there.addAll(sources(others, false));
        return new Wanted(
                follower ? sources(List.of(nearest(hubs)), true) : sources(others, false), there);
    }

    /// An online one where there is one.
    private Member nearest(List<Member> hubs) {
        return hubs.stream().filter(members::isOnline).findFirst().orElse(hubs.getFirst());
    }

    private Set<Source> sources(List<Member> followed, boolean relayed) {
        return followed.stream()
                .map(member -> new Source(member.address(), relayed, tls.trust()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Followed follow(Source source) {
        var followed = new Followed(source);
        followed.stream =
                clients.at(source.address()).internal().events(source.relayed(), followed);
        return followed;
    }

    private void close(Source source) {
        var followed = streams.remove(source);
        if (followed != null) {
            followed.close();
        }
    }

    private static boolean isConnected(@Nullable Followed followed) {
        return followed != null && followed.connected;
    }

    private static boolean isHub(Member member) {
        return member.roles().contains(MemberRole.EVENT_HUB);
    }

    @Override
    public void close() {
        errand.close();
        Set.copyOf(streams.keySet()).forEach(this::close);
    }

    /// What may be followed.
    ///
    /// @param relayed also what that member has heard from others
    /// @param trust a stream ends when the cluster presents another certificate
    private record Source(String address, boolean relayed, ServerTrust trust) {}

    /// What the roles of the members ask for.
    ///
    /// @param sources what is to be followed
    /// @param there what may be followed for a while yet: it belongs to the cluster as it is now
    private record Wanted(Set<Source> sources, Set<Source> there) {
        boolean allows(Source source) {
            return there.contains(source);
        }
    }

    private final class Followed implements EventReceiver {
        private final Source source;
        private @Nullable EventStream stream;
        private volatile boolean connected;

        /// Since when others are followed in its place.
        private @Nullable Instant relieved;

        private Followed(Source source) {
            this.source = source;
        }

        private void close() {
            if (stream != null) {
                stream.close();
            }
            notHeard();
        }

        private void notHeard() {
            connected = false;
            if (!source.relayed()) {
                hearing.lost(source.address());
            }
        }

        @Override
        public void connected(Endpoint endpoint) {
            connected = true;
            if (!source.relayed()) {
                hearing.heard(source.address());
            }
        }

        @Override
        public void resyncNeeded() {}

        @Override
        public void event(Event event) {
            if (recent.add(event)) {
                events.relay(event);
            }
        }

        /// The heartbeats tell who is gone.
        @Override
        public void lost(ClientException cause) {
            notHeard();
        }
    }
}
