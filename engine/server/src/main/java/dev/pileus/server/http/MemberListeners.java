package dev.pileus.server.http;

import dev.pileus.domain.config.ListenAddress;
import dev.pileus.domain.config.Listener;

/// Where this server listens: for clients, and for other members where those are told another
/// address (`cluster.https_address`). Both serve everything. Thread-safe.
public final class MemberListeners implements Listener {
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
            members.moveTo(needed(clientAddress, memberAddress));
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
