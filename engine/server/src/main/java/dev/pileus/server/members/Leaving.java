package dev.pileus.server.members;

import dev.pileus.api.ApiException;
import dev.pileus.domain.members.MemberBelongings;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns a member back into a server on its own: everything of the cluster is forgotten, its
/// addresses stay.
final class Leaving {
    private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);

    private final Neighbours neighbours;
    private final Presence presence;
    private final List<MemberBelongings> belongings;

    Leaving(Neighbours neighbours, Presence presence, List<MemberBelongings> belongings) {
        this.neighbours = neighbours;
        this.belongings = belongings;
        this.presence = presence;
    }

    void run() {
        belongings.forEach(Leaving::leave);
        var databases = neighbours.databases();
        neighbours
                .door()
                .change(() -> {
                    databases.folders().beginLeaving();
                    databases.folders().deleteCurrent();
                    neighbours.local().become(Databases.FIRST, List.of());
                    neighbours.book().renew(List.of());
                    return databases.form();
                });
        neighbours.identity().delete();
        databases.folders().endLeaving();
        var own = neighbours.tls().own();
        presence.present(own);
        neighbours.tls().expect(own.fingerprint());
        neighbours.own().changed();
        neighbours.changed();
    }

    /// What cannot be removed from the host stays there: the cluster has let this member go.
    private static void leave(MemberBelongings owner) {
        try {
            owner.leave();
        } catch (ApiException e) {
            LOG.warn("Something of the cluster stays on this host: {}", e.text());
        }
    }
}
