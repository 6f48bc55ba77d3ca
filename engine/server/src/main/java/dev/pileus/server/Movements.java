package dev.pileus.server;

import dev.pileus.domain.evacuation.Evacuation;
import dev.pileus.domain.evacuation.Evacuations;
import dev.pileus.domain.evacuation.HealingService;
import dev.pileus.domain.evacuation.Hosting;
import dev.pileus.domain.evacuation.Restoration;
import dev.pileus.domain.instances.PoolMove;
import dev.pileus.domain.members.MaintenanceService;
import dev.pileus.domain.moves.Arrivals;
import dev.pileus.domain.moves.Carrier;
import dev.pileus.domain.moves.Leftovers;
import dev.pileus.domain.moves.MoveService;
import dev.pileus.domain.warnings.WarningsService;
import dev.pileus.runtime.storage.TarFreight;
import dev.pileus.server.http.Forwarding;
import dev.pileus.server.http.Routes;
import dev.pileus.server.http.routes.MaintenanceRoutes;
import dev.pileus.server.members.HttpMovePeers;
import dev.pileus.server.members.InternalMoveRoutes;
import java.util.List;

/// What makes instances change their member, put together once: moves, evacuations, healing.
final class Movements {
    private final Foundation base;
    private final MaintenanceService maintenance;
    private final Leftovers leftovers;
    private final Arrivals arrivals;
    private final Hosting hosting;
    private final MoveService moves;
    private final Evacuation evacuation;
    private final Evacuations evacuations;
    private final HealingService healing;

    /// Puts the services together.
    ///
    /// @param workloads what moves
    Movements(Foundation base, Catalogue catalogue, Workloads workloads, HttpMovePeers peers) {
        this.base = base;
        var streams = new TarFreight();
        maintenance = new MaintenanceService(base.global);
        leftovers =
                new Leftovers(
                        base.global,
                        base.here,
                        workloads.work,
                        catalogue::poolPlace,
                        workloads.folders,
                        workloads.containers,
                        peers);
        arrivals =
                new Arrivals(
                        base.global,
                        base.here,
                        workloads.work,
                        catalogue::poolPlace,
                        workloads.folders,
                        streams);
        var carrier =
                new Carrier(
                        base.global,
                        base.here,
                        workloads.power,
                        workloads.volumes,
                        workloads.snapshots,
                        streams,
                        peers,
                        leftovers,
                        base.events,
                        base.sources.ids());
        hosting =
                new Hosting(
                        base.global,
                        base.here,
                        workloads.work,
                        workloads.power,
                        carrier,
                        base.sources.time());
        moves =
                new MoveService(
                        base.global,
                        base.here,
                        base.operations,
                        workloads.placement,
                        workloads.instances,
                        workloads.work,
                        workloads.power,
                        carrier,
                        peers,
                        new PoolMove(base.global, workloads.volumes, workloads.folders),
                        base.sources.time());
        evacuation =
                new Evacuation(
                        base.global,
                        base.here,
                        maintenance,
                        workloads.placement,
                        workloads.work,
                        workloads.power,
                        hosting,
                        carrier,
                        peers,
                        base.events,
                        base.sources.time());
        evacuations = evacuations(workloads, peers);
        healing = healing(catalogue.warnings(), peers);
    }

    private Evacuations evacuations(Workloads workloads, HttpMovePeers peers) {
        var restoration =
                new Restoration(
                        base.global,
                        base.here,
                        maintenance,
                        workloads.power,
                        hosting,
                        peers,
                        base.events);
        return new Evacuations(base.operations, evacuation, restoration);
    }

    private HealingService healing(WarningsService warnings, HttpMovePeers peers) {
        return new HealingService(
                base.global,
                base.here,
                maintenance,
                base.liveness,
                base.clusterSettings,
                base.operations,
                warnings,
                peers,
                base.events,
                base.sources.time());
    }

    MoveService moves() {
        return moves;
    }

    List<Routes> routes(Forwarding forwarding) {
        return List.of(
                new MaintenanceRoutes(evacuations, forwarding),
                new InternalMoveRoutes(arrivals, leftovers, hosting));
    }

    /// Ends what an earlier daemon was in the midst of.
    void begin() throws InterruptedException {
        evacuations.recover();
        leftovers.begin();
    }

    /// Clears up what could not be cleared up before.
    void look() throws InterruptedException {
        leftovers.look();
        evacuations.look();
    }

    /// What the leader looks after.
    List<Runnable> chores() {
        return List.of(healing::look);
    }
}
