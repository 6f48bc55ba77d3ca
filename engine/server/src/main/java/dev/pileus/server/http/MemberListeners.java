package dev.pileus.server.http;

import dev.pileus.api.ApiException;
import dev.pileus.client.Pause;
import dev.pileus.domain.config.ListenAddress;
import dev.pileus.domain.config.Listener;
import java.time.Duration;

/// Where this server listens: for clients, and for other members where those are told another
/// address (`cluster.https_address`). Both serve everything. Thread-safe.
public final class MemberListeners implements Listener {
    private static final Duration FREED = Duration.ofSeconds(2);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    private final TlsListener clients;
    private final TlsListener members;
    private String clientAddress = "";
    private String memberAddress = "";

    public MemberListeners(TlsListener clients, TlsListener members) {
        this.clients = clients;
        this.members = members;
    }

    /// The address for clients.
    @Override
    public synchronized void moveTo(String address) {
        if (covers(address, memberAddress)) {
            members.moveTo(""); // first out of the way: it may be the same port
        }
        try {
            clients.moveTo(address);
            clientAddress = address;
        } finally {
            takeOver(needed(clientAddress, memberAddress));
        }
    }

    /// The system frees a port a moment after its listener has ended, and this may be that port.
    private void takeOver(String address) {
        var deadline = System.nanoTime() + FREED.toNanos();
        while (true) {
            try {
                members.moveTo(address);
                return;
            } catch (ApiException e) {
                if (System.nanoTime() > deadline || !Pause.of(BETWEEN_TRIES)) {
                    throw e;
                }
            }
        }
    }

    /// The address for members; empty: the same as for clients.
    public synchronized void moveMembersTo(String address) {
        members.moveTo(needed(clientAddress, address));
        memberAddress = address;
    }

    /// Empty where the clients' listener hears the members as well.
    private static String needed(String clients, String members) {
        return covers(clients, members) ? "" : members;
    }

    private static boolean covers(String clients, String members) {
        if (clients.equals(members) || members.isEmpty()) {
            return true;
        }
        var wide = ListenAddress.parse(clients);
        var narrow = ListenAddress.parse(members);
        return !clients.isEmpty()
                && wide.isPresent()
                && narrow.isPresent()
                && wide.get().isWildcard()
                && wide.get().port().equals(narrow.get().port());
    }
}
