package dev.pileus.server.members;

import dev.pileus.api.ApiException;
import dev.pileus.api.Operation;
import dev.pileus.domain.Urls;
import dev.pileus.domain.config.ListenAddress;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.members.ClusterChange;
import dev.pileus.domain.members.ClusterService;
import dev.pileus.domain.members.JoinRequest;
import dev.pileus.domain.members.JoinService;
import dev.pileus.domain.members.Liveness;
import dev.pileus.domain.members.MemberBelongings;
import dev.pileus.domain.members.Release;
import dev.pileus.domain.operations.OperationsService;
import dev.pileus.domain.operations.Progress;
import dev.pileus.domain.operations.Task;
import dev.pileus.trust.ClientIdentity;
import dev.pileus.trust.IdentityPem;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// How this server becomes a member of a cluster, and stops being one (CONTRACT 8.2). One change at
/// a time.
public final class Membership {
    private final Neighbours neighbours;
    private final Presence presence;
    private final ClusterService cluster;
    private final JoinService joins;
    private final List<MemberBelongings> belongings;
    private final OperationsService operations;
    private final EventHub events;
    private final Liveness liveness;
    private final Release release;
    private final String architecture;
    private final Supplier<ClientIdentity> newIdentity;

    /// Puts the service together.
    ///
    /// @param architecture of this host
    /// @param newIdentity what a new cluster will present
    public Membership(
            Neighbours neighbours,
            Presence presence,
            ClusterService cluster,
            JoinService joins,
            List<MemberBelongings> belongings,
            OperationsService operations,
            EventHub events,
            Liveness liveness,
            Release release,
            String architecture,
            Supplier<ClientIdentity> newIdentity) {
        this.neighbours = neighbours;
        this.presence = presence;
        this.cluster = cluster;
        this.joins = joins;
        this.belongings = List.copyOf(belongings);
        this.operations = operations;
        this.events = events;
        this.liveness = liveness;
        this.release = release;
        this.architecture = architecture;
        this.newIdentity = newIdentity;
    }

    /// Begins a cluster with this server as its first member.
    public Operation bootstrap(String name) {
        demandStandalone();
        var address = ownAddress();
        return operations.start(
                Task.of(
                        "Creating bootstrap node",
                        progress -> alone(() -> bootstrap(name, address, progress))));
    }

    /// Joins a cluster.
    public Operation join(ClusterChange.Join join) {
        demandStandalone();
        demandCovered(join.address());
        return operations.start(Task.of("Joining cluster", progress -> alone(() -> enter(join))));
    }

    /// Forgets the cluster; the others are not told. A server on its own has nothing to forget.
    public void leave() {
        if (!neighbours.here().isClustered()) {
            return;
        }
        alone(() -> {
            new Leaving(neighbours, presence, belongings).run();
            liveness.told(Map.of());
        });
        events.tell(Happening.of("cluster-disabled", "/1.0/cluster"));
    }

    private void bootstrap(String name, ListenAddress address, Progress progress) {
        demandStandalone();
        var identity = newIdentity.get();
        neighbours.identity().save(identity);
        presence.listen(address);
        cluster.bootstrap(
                neighbours.here().id(), name, address, neighbours.tls().own().certificate());
        presence.present(identity);
        neighbours.tls().expect(identity.fingerprint());
        neighbours.own().changed();
        progress.put("certificate", IdentityPem.of(identity).certificate());
        events.tell(Happening.of("cluster-enabled", "/1.0/cluster"));
    }

    private void enter(ClusterChange.Join join) {
        demandStandalone();
        var request =
                new JoinRequest(
                        join.name(),
                        join.address().text(),
                        release.name(),
                        release.version().schema(),
                        release.version().apiExtensions(),
                        architecture,
                        join.memberConfig());
        new Joining(neighbours, presence, joins, belongings, join, request).run();
        liveness.told(Map.of());
        events.tell(
                Happening.of("cluster-member-added", Urls.of("cluster", "members", join.name())));
    }

    private void demandStandalone() {
        if (neighbours.here().isClustered()) {
            throw new ApiException(400, "This server is already clustered");
        }
    }

    /// Where the others will reach the first member.
    private ListenAddress ownAddress() {
        var text =
                presence.clusterAddress().isEmpty()
                        ? presence.httpsAddress()
                        : presence.clusterAddress();
        return ListenAddress.parse(text)
                .filter(address -> !text.isEmpty() && !address.isWildcard())
                .orElseThrow(() ->
                        new ApiException(
                                400,
                                "Cannot use wildcard core.https_address \"%s\" for cluster.https_address. Please specify a new cluster.https_address or core.https_address"
                                        .formatted(text)));
    }

    private void demandCovered(ListenAddress address) {
        var listening = presence.clusterAddress();
        if (!listening.isEmpty() && !listening.equals(address.text())) {
            throw new ApiException(
                    400,
                    "Server address \"%s\" is not covered by \"%s\" from \"cluster.https_address\""
                            .formatted(address.text(), listening));
        }
    }

    private synchronized void alone(Runnable change) {
        change.run();
    }
}
