package dev.pileus.server.members;

import dev.pileus.domain.config.ConfigService;
import dev.pileus.domain.config.ListenAddress;
import dev.pileus.domain.config.Settings;
import dev.pileus.server.http.MemberListeners;
import dev.pileus.server.http.TlsContext;
import dev.pileus.trust.ClientIdentity;
import java.util.Map;

/// How this member appears on the network: where it listens, and what it presents there.
public final class Presence {
    private static final String HTTPS = "core.https_address";
    private static final String CLUSTER = "cluster.https_address";

    private final Settings member;
    private final ConfigService config;
    private final MemberListeners listeners;
    private final TlsContext tls;

    /// Puts the parts together.
    ///
    /// @param member this member's own configuration
    public Presence(
            Settings member, ConfigService config, MemberListeners listeners, TlsContext tls) {
        this.member = member;
        this.config = config;
        this.listeners = listeners;
        this.tls = tls;
    }

    /// Where clients reach it, empty: nowhere.
    String httpsAddress() {
        return member.value(HTTPS);
    }

    /// Where members reach it, empty: not said.
    String clusterAddress() {
        return member.value(CLUSTER);
    }

    /// Members reach it there from now on; clients too, where they had no way yet.
    void listen(ListenAddress address) {
        config.patch(
                httpsAddress().isEmpty()
                        ? Map.of(CLUSTER, address.text(), HTTPS, address.text())
                        : Map.of(CLUSTER, address.text()));
        listeners.moveMembersTo(address.text());
    }

    /// As it was before.
    void restore(String https, String cluster) {
        config.patch(Map.of(HTTPS, https, CLUSTER, cluster));
        listeners.moveMembersTo(cluster);
    }

    void present(ClientIdentity identity) {
        tls.show(identity);
    }
}
