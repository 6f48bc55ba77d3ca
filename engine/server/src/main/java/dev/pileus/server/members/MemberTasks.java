package dev.pileus.server.members;

import dev.pileus.database.Subscription;
import dev.pileus.database.TableListener;
import dev.pileus.domain.members.Heartbeats;
import dev.pileus.domain.members.RolesService;
import java.util.List;
import java.util.Set;

/// What runs in the background as long as the member does.
public final class MemberTasks implements AutoCloseable {
    private final Arrival arrival;
    private final Leadership leadership;
    private final Departure departure;
    private final Subscription table;

    private MemberTasks(
            Arrival arrival, Leadership leadership, Departure departure, Subscription table) {
        this.arrival = arrival;
        this.leadership = leadership;
        this.departure = departure;
        this.table = table;
    }

    /// Begins.
    ///
    /// @param news what has to be told to the cluster once
    /// @param chores of the leader, beside heartbeats and roles
    public static MemberTasks start(
            Neighbours neighbours,
            List<Runnable> news,
            Heartbeats heartbeats,
            RolesService roles,
            List<Runnable> chores) {
        var leadership =
                new Leadership(
                        () -> neighbours.door().current().leads(),
                        neighbours.here()::id,
                        heartbeats,
                        roles,
                        chores);
        var table =
                neighbours.database().watch(TableListener.of(Set.of("nodes"), leadership::look));
        neighbours.door().onLeadership(leadership::look);
        leadership.start();
        return new MemberTasks(
                Arrival.start(news), leadership, new Departure(neighbours, roles), table);
    }

    /// Hands over what this member has in the database, then ends.
    @Override
    public void close() {
        arrival.close();
        departure.run();
        table.close();
        leadership.close();
    }
}
