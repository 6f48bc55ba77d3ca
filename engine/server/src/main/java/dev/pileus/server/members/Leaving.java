package dev.pileus.server.members;

import java.util.List;

/// Turns a member back into a server on its own: everything of the cluster is forgotten, its
/// addresses stay.
final class Leaving {
    private final Neighbours neighbours;
    private final Presence presence;

    Leaving(Neighbours neighbours, Presence presence) {
        this.neighbours = neighbours;
        this.presence = presence;
    }

    void run() {
        var databases = neighbours.databases();
        neighbours
                .door()
                .change(() -> {
                    databases.folders().deleteCurrent();
                    neighbours.local().become(Databases.FIRST, List.of());
                    neighbours.book().renew(List.of());
                    return databases.form();
                });
        neighbours.identity().delete();
        var own = neighbours.tls().own();
        presence.present(own);
        neighbours.tls().expect(own.fingerprint());
        neighbours.own().changed();
        neighbours.changed();
    }
}
