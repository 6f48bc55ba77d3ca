package dev.pileus.server.members;

import dev.pileus.api.ClusterCertificate;
import dev.pileus.api.ClusterPut;
import dev.pileus.domain.members.ClusterChange;
import dev.pileus.domain.members.ClusterService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;

/// `/1.0/cluster`: whether this server is clustered, and becoming so.
public final class ClusterRoutes implements Routes {
    private static final String CLUSTER = "/1.0/cluster";

    private final Neighbours neighbours;
    private final ClusterService cluster;
    private final Membership membership;
    private final CertificateRollout certificates;

    public ClusterRoutes(
            Neighbours neighbours,
            ClusterService cluster,
            Membership membership,
            CertificateRollout certificates) {
        this.certificates = certificates;
        this.neighbours = neighbours;
        this.cluster = cluster;
        this.membership = membership;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(CLUSTER, Access.TRUSTED, this::show)
                .put(CLUSTER, Access.TRUSTED, this::change)
                .put(CLUSTER + "/certificate", Access.TRUSTED, this::certificate);
    }

    private Answer show(Request request) {
        var found = cluster.get(neighbours.here().id());
        return Answer.editable(found, found);
    }

    private Answer change(Request request) {
        return switch (ClusterChange.of(request.document(ClusterPut.class))) {
            case ClusterChange.Bootstrap(var name) -> Answer.accepted(membership.bootstrap(name));
            case ClusterChange.Join join -> Answer.accepted(membership.join(join));
            case ClusterChange.Disable disable -> {
                membership.leave();
                yield Answer.done();
            }
        };
    }

    private Answer certificate(Request request) {
        certificates.replace(request.document(ClusterCertificate.class));
        return Answer.done();
    }
}
