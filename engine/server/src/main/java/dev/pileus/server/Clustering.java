package dev.pileus.server;

import dev.pileus.api.NetworkLease;
import dev.pileus.api.Operation;
import dev.pileus.domain.Schema;
import dev.pileus.domain.certificates.MemberCertificates;
import dev.pileus.domain.certificates.MemberTokens;
import dev.pileus.domain.certificates.MemberTrust;
import dev.pileus.domain.groups.GroupUses;
import dev.pileus.domain.groups.GroupsService;
import dev.pileus.domain.instances.InstanceReferences;
import dev.pileus.domain.members.Architecture;
import dev.pileus.domain.members.ClusterService;
import dev.pileus.domain.members.ConfiguredCluster;
import dev.pileus.domain.members.Heartbeats;
import dev.pileus.domain.members.JoinService;
import dev.pileus.domain.members.JoinTokensService;
import dev.pileus.domain.members.Liveness;
import dev.pileus.domain.members.MemberBelongings;
import dev.pileus.domain.members.MemberVersion;
import dev.pileus.domain.members.MembersService;
import dev.pileus.domain.members.Release;
import dev.pileus.domain.members.RemovalService;
import dev.pileus.domain.members.RolesService;
import dev.pileus.domain.operations.LostOperations;
import dev.pileus.domain.projects.ProjectGroups;
import dev.pileus.domain.warnings.OfflineMembers;
import dev.pileus.domain.warnings.WarningsService;
import dev.pileus.server.http.Forwarder;
import dev.pileus.server.http.Interfaces;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.Routes;
import dev.pileus.server.http.routes.ApiExtensions;
import dev.pileus.server.http.routes.GroupRoutes;
import dev.pileus.server.http.routes.JoinTokenRoutes;
import dev.pileus.server.http.routes.MemberRoutes;
import dev.pileus.server.members.Admissions;
import dev.pileus.server.members.CertificateRollout;
import dev.pileus.server.members.ClusterIdentity;
import dev.pileus.server.members.ClusterRoutes;
import dev.pileus.server.members.EventMesh;
import dev.pileus.server.members.Hearing;
import dev.pileus.server.members.HttpForwarder;
import dev.pileus.server.members.InstancesElsewhere;
import dev.pileus.server.members.InternalMemberRoutes;
import dev.pileus.server.members.LastWords;
import dev.pileus.server.members.LeaderForwarding;
import dev.pileus.server.members.LeasesElsewhere;
import dev.pileus.server.members.MemberTasks;
import dev.pileus.server.members.Membership;
import dev.pileus.server.members.Neighbours;
import dev.pileus.server.members.OperationsElsewhere;
import dev.pileus.server.members.Presence;
import dev.pileus.server.members.RaftNodeRoutes;
import dev.pileus.server.members.Removal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// What makes several servers a cluster, put together once.
final class Clustering {
    private final Foundation base;
    private final Neighbours neighbours;
    private final List<MemberBelongings> belongings;
    private final WarningsService warnings;
    private final Stores stores;
    private final ConfiguredCluster settings;
    private final Liveness liveness;
    private final Release release;
    private final MembersService members;
    private final JoinService joins;
    private final JoinTokensService tokens;
    private final RolesService roles;
    private final Hearing hearing = new Hearing();
    private final Forwarder forwarder;

    /// Puts the services together.
    ///
    /// @param catalogue what members have their parts of
    /// @param stores what else they have
    Clustering(Foundation base, Neighbours neighbours, Catalogue catalogue, Stores stores) {
        this.base = base;
        this.neighbours = neighbours;
        this.stores = stores;
        this.belongings =
                Stream.of(
                                List.<MemberBelongings>of(new MemberCertificates()),
                                catalogue.belongings(),
                                stores.belongings())
                        .flatMap(List::stream)
                        .toList();
        this.warnings = catalogue.warnings();
        var time = base.sources.time();
        settings = base.cluster;
        liveness = base.liveness;
        release =
                new Release(
                        base.facts.version(),
                        new MemberVersion(
                                Schema.migrations().newest(), ApiExtensions.all().size()));
        members =
                new MembersService(
                        base.global,
                        neighbours::roles,
                        liveness,
                        settings,
                        belongings,
                        base.events);
        tokens =
                new JoinTokensService(
                        base.global,
                        members,
                        neighbours::roles,
                        settings,
                        base.tokens,
                        new MemberTrust(),
                        base.events,
                        time,
                        base.sources.random());
        joins = new JoinService(base.global, belongings, new MemberTrust(), tokens, release, time);
        roles = new RolesService(base.global, neighbours.group(), liveness, settings, time);
        forwarder = new HttpForwarder(members, neighbours, hearing);
    }

    MemberTokens joinTokens() {
        return tokens::redeem;
    }

    Forwarder forwarder() {
        return forwarder;
    }

    /// What other members work on.
    Function<Request, List<Operation>> operations() {
        return new OperationsElsewhere(neighbours, members, base.operations);
    }

    MembersService members() {
        return members;
    }

    /// How the instances of other members are.
    InstancesElsewhere instances() {
        return new InstancesElsewhere(neighbours, members);
    }

    /// The addresses that other members have given out.
    Function<Request, List<NetworkLease>> leases() {
        return new LeasesElsewhere(neighbours, members);
    }

    /// Begins to follow the events of other members.
    EventMesh follow() {
        return EventMesh.start(neighbours, members, base.events, hearing);
    }

    /// Begins to tell the end of what members that are gone have worked on.
    LastWords watchOperations() {
        return LastWords.start(
                base.global,
                new LostOperations(
                        base.global,
                        neighbours.here(),
                        base.events,
                        name -> members.isOnline(members.member(name)),
                        base.sources.time()));
    }

    List<Routes> routes() {
        var cluster = new ClusterService(base.global, new MemberTrust(), belongings);
        var presence = new Presence(base.memberSettings, base.config, base.listeners, base.tls);
        var membership = membership(cluster, presence);
        var certificates = new CertificateRollout(neighbours, presence, members, base.events);
        var leader = new LeaderForwarding(neighbours, members, forwarder);
        var removal = new RemovalService(base.global, belongings);
        var groups = GroupUses.of(new ProjectGroups(), new InstanceReferences().ofGroups());
        return List.of(
                new ClusterRoutes(neighbours, cluster, membership, certificates),
                new MemberRoutes(members),
                new GroupRoutes(new GroupsService(base.global, groups, base.events)),
                new JoinTokenRoutes(tokens, base.network),
                new Removal(neighbours, leader, removal, roles, base.events),
                new RaftNodeRoutes(neighbours, leader, members, roles),
                new Admissions(neighbours, joins),
                new InternalMemberRoutes(neighbours, liveness, roles, membership, certificates));
    }

    /// Begins what runs in the background.
    ///
    /// @param chores what else the leader looks after
    MemberTasks start(List<Runnable> chores) {
        var heartbeats =
                new Heartbeats(
                        base.global,
                        neighbours::roles,
                        liveness,
                        settings,
                        neighbours.beats(),
                        new OfflineMembers(warnings, neighbours.here()),
                        base.sources.time());
        return MemberTasks.start(
                neighbours,
                join(
                        List.of(
                                base.operations::forgetEarlier,
                                () ->
                                        members.announce(
                                                neighbours.here().id(),
                                                release.version(),
                                                architecture()),
                                () ->
                                        members.announceAddress(
                                                neighbours.here().id(),
                                                base.memberSettings.value(
                                                        "cluster.https_address"))),
                        stores.news()),
                heartbeats,
                roles,
                join(
                        List.of(
                                tokens::removeExpired,
                                joins::forgetVanished,
                                joins::forgetStrangers,
                                warnings::forgetResolved),
                        join(stores.chores(), chores)));
    }

    private static <T> List<T> join(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private Membership membership(ClusterService cluster, Presence presence) {
        return new Membership(
                neighbours,
                presence,
                cluster,
                joins,
                belongings,
                base.operations,
                base.events,
                liveness,
                release,
                architecture().word(),
                () ->
                        ClusterIdentity.create(
                                base.facts.hostName(),
                                Interfaces.addresses(),
                                base.sources.time(),
                                base.sources.random()));
    }

    private Architecture architecture() {
        return Architecture.named(base.facts.architectures().getFirst());
    }
}
