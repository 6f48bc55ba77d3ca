package dev.pileus.server.members;

import dev.pileus.api.MemberConfigKey;
import dev.pileus.database.DatabaseException;
import dev.pileus.domain.members.ClusterChange;
import dev.pileus.domain.members.JoinRequest;
import dev.pileus.domain.members.JoinService;
import dev.pileus.domain.members.MemberBelongings;
import dev.pileus.server.members.BeatDocument.HolderDocument;
import dev.pileus.trust.IdentityPem;
import java.util.ArrayList;
import java.util.List;

/// A server's own side of a join, step by step; each step says how it is taken back. The last one,
/// the confirmation, is a single write to the cluster's database: before it nothing has happened,
/// after it the server is a member.
final class Joining {
    private final Neighbours neighbours;
    private final Presence presence;
    private final JoinService joins;
    private final List<MemberBelongings> belongings;
    private final ClusterChange.Join join;
    private final JoinRequest request;
    private final Undo undo = new Undo();

    Joining(
            Neighbours neighbours,
            Presence presence,
            JoinService joins,
            List<MemberBelongings> belongings,
            ClusterChange.Join join,
            JoinRequest request) {
        this.neighbours = neighbours;
        this.presence = presence;
        this.joins = joins;
        this.belongings = belongings;
        this.join = join;
        this.request = request;
    }

    /// Joins, or leaves everything as it was.
    void run() {
        try (var target = TargetCluster.of(join, neighbours.tls().own())) {
            try {
                target.trust();
                undo.by(target::giveUp);
                var place = target.reserve(request);
                appear(place);
                enter(place);
                joins.confirm(place.id(), request.with(prepare()));
            } catch (RuntimeException e) {
                undo.run();
                throw e;
            }
        }
        neighbours.databases().folders().forgetOld();
        neighbours.own().changed();
        neighbours.changed();
    }

    /// Listens where the others will look for it, and presents what they expect.
    private void appear(JoinDocument place) {
        var https = presence.httpsAddress();
        var cluster = presence.clusterAddress();
        undo.by(() -> presence.restore(https, cluster));
        presence.listen(join.address());
        var before = neighbours.presented();
        undo.by(() -> {
            neighbours.identity().delete();
            presence.present(before);
            neighbours.tls().expect(before.fingerprint());
        });
        var identity = new IdentityPem(place.certificate(), place.key()).identity();
        neighbours.identity().save(identity);
        presence.present(identity);
        neighbours.tls().expect(identity.fingerprint());
    }

    /// Exchanges the server's own database for the cluster's.
    private void enter(JoinDocument place) {
        var databases = neighbours.databases();
        var holders = place.database().stream().map(HolderDocument::holder).toList();
        undo.by(this::comeBack);
        neighbours
                .door()
                .change(() -> {
                    databases.folders().setAside();
                    neighbours.local().become(place.id(), holders);
                    neighbours.book().renew(holders);
                    return databases.join(place.id(), place.group());
                });
        neighbours.own().changed();
        var known =
                neighbours
                        .database()
                        .read(reader ->
                                reader.select("SELECT name FROM nodes WHERE id = ?", place.id()));
        if (known.isEmpty()) {
            throw new DatabaseException("the cluster's database does not know this server");
        }
    }

    private List<MemberConfigKey> prepare() {
        var prepared = new ArrayList<MemberConfigKey>();
        for (var owner : belongings) {
            prepared.addAll(owner.prepare(request.memberConfig(), undo::by));
        }
        return prepared;
    }

    private void comeBack() {
        var databases = neighbours.databases();
        neighbours
                .door()
                .change(() -> {
                    databases.folders().bringBack();
                    neighbours.local().become(Databases.FIRST, List.of());
                    neighbours.book().renew(List.of());
                    return databases.reopen();
                });
        neighbours.own().changed();
    }
}
