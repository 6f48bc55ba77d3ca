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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Brings home what happens on other members. Without event hubs everybody follows everybody. With
/// them every hub follows everybody, and everybody else follows one hub, which passes on what it
/// hears.
public final class EventMesh implements AutoCloseable {
    private final ThisMember here;
    private final MembersService members;
    private final MemberClients clients;
    private final MemberTls tls;
    private final EventHub events;
    private final Hearing hearing;
    private final Errand errand;
    private final Map<Source, EventStream> streams = new HashMap<>();

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
        Set<Source> wanted;
        try {
            wanted = wanted();
        } catch (DatabaseException e) {
            // as it was, until somebody can tell
            return;
        }
        for (var old : Set.copyOf(streams.keySet())) {
            if (!wanted.contains(old) || isOverdue(old)) {
                close(old);
            }
        }
        for (var source : wanted) {
            streams.computeIfAbsent(source, this::follow);
        }
    }

    /// A stream that has broken lets more and more time pass between its attempts.
    private boolean isOverdue(Source source) {
        return urgent.remove(source.address()) && !hearing.isHeard(source.address());
    }

    private Set<Source> wanted() {
        if (!here.isClustered()) {
            return Set.of();
        }
        var own = here.id();
        var all = members.members();
        var hubs = all.stream().filter(EventMesh::isHub).toList();
        var others = all.stream().filter(member -> member.id() != own).toList();
        var follower = !hubs.isEmpty() && hubs.stream().noneMatch(hub -> hub.id() == own);
        mode = hubs.isEmpty() ? "full-mesh" : follower ? "hub-client" : "hub-server";
        hearing.isDirect(!follower);
        return follower ? sources(List.of(nearest(hubs)), true) : sources(others, false);
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

    private EventStream follow(Source source) {
        return clients.at(source.address())
                .internal()
                .events(source.relayed(), new Relay(source.address()));
    }

    private void close(Source source) {
        var stream = streams.remove(source);
        if (stream != null) {
            stream.close();
            hearing.lost(source.address());
        }
    }

    private static boolean isHub(Member member) {
        return member.roles().contains(MemberRole.EVENT_HUB);
    }

    @Override
    public void close() {
        errand.close();
        Set.copyOf(streams.keySet()).forEach(this::close);
    }

    /// What is followed.
    ///
    /// @param relayed also what that member has heard from others
    /// @param trust a stream ends when the cluster presents another certificate
    private record Source(String address, boolean relayed, ServerTrust trust) {}

    private final class Relay implements EventReceiver {
        private final String address;

        private Relay(String address) {
            this.address = address;
        }

        @Override
        public void connected(Endpoint endpoint) {
            hearing.heard(address);
        }

        @Override
        public void resyncNeeded() {}

        @Override
        public void event(Event event) {
            events.relay(event);
        }

        /// The heartbeats tell who is gone.
        @Override
        public void lost(ClientException cause) {
            hearing.lost(address);
        }
    }
}
