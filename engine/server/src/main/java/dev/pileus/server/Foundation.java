package dev.pileus.server;

import dev.pileus.database.Database;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.certificates.CertificatesService;
import dev.pileus.domain.config.ConfigService;
import dev.pileus.domain.config.Settings;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.members.ConfiguredCluster;
import dev.pileus.domain.members.Liveness;
import dev.pileus.domain.operations.OperationsService;
import dev.pileus.domain.operations.Tokens;
import dev.pileus.server.http.HttpServer;
import dev.pileus.server.http.MemberListeners;
import dev.pileus.server.http.ServerFacts;
import dev.pileus.server.http.TlsContext;
import dev.pileus.server.http.TlsListener;
import dev.pileus.trust.ClientIdentity;
import dev.pileus.trust.PasswordHash;
import java.util.List;

/// What every feature stands on, put together once.
final class Foundation {
    final Database global;
    final Database local;
    final ThisMember here;
    final Sources sources;
    final ServerFacts facts;
    final HttpServer http;
    final TlsContext tls;
    final MemberListeners listeners;
    final TlsNetwork network;
    final EventHub events;
    final Tokens tokens;
    final OperationsService operations;
    final Settings clusterSettings;
    final Settings memberSettings;
    final ConfiguredCluster cluster;
    final Liveness liveness;
    final ConfigService config;
    final CertificatesService certificates;

    Foundation(
            Database global,
            Database local,
            ThisMember here,
            Sources sources,
            ServerFacts facts,
            ClientIdentity identity) {
        this.global = global;
        this.local = local;
        this.here = here;
        this.sources = sources;
        this.facts = facts;
        http = new HttpServer();
        tls = new TlsContext(identity);
        var clients = new TlsListener(http, tls);
        listeners = new MemberListeners(clients, new TlsListener(http, tls));
        network = new TlsNetwork(clients, tls);
        events = new EventHub(here, sources.time());
        tokens = new Tokens(here, events, sources.time(), sources.ids());
        operations =
                new OperationsService(global, here, events, sources.time(), sources.ids(), tokens);
        clusterSettings = new Settings(global);
        memberSettings = new Settings(local);
        cluster = new ConfiguredCluster(clusterSettings);
        liveness = new Liveness(sources.time());
        config =
                new ConfigService(
                        clusterSettings,
                        memberSettings,
                        here,
                        listeners,
                        password -> PasswordHash.of(password, sources.random()),
                        List.of(),
                        events);
        certificates =
                new CertificatesService(
                        global,
                        tokens,
                        clusterSettings,
                        network,
                        events,
                        sources.time(),
                        sources.random());
    }
}
