package dev.pileus.server.members;

import dev.pileus.api.ApiException;
import dev.pileus.database.raft.ReplicatedDatabase;
import dev.pileus.database.raft.wire.PeerChannel;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import dev.pileus.server.http.Tunnel;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Supplier;

/// `/internal/database`: lets the databases of other members talk to this one's.
final class TunnelRoutes implements Routes {
    private final Supplier<ReplicatedDatabase> database;

    TunnelRoutes(Supplier<ReplicatedDatabase> database) {
        this.database = database;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(MemberTunnels.PATH, Access.MEMBER, this::open);
    }

    private Answer open(Request request) {
        if (!request.header("Upgrade").equals(MemberTunnels.PROTOCOL)) {
            throw new ApiException(400, "This path speaks " + MemberTunnels.PROTOCOL + " only");
        }
        var from = member(request.header(MemberTunnels.MEMBER_HEADER));
        return new Answer.Upgrade(
                MemberTunnels.PROTOCOL, tunnel -> database.get().accept(from, new Channel(tunnel)));
    }

    private static long member(String header) {
        try {
            return Long.parseLong(header);
        } catch (NumberFormatException e) {
            throw new ApiException(400, "The member that asks does not say who it is");
        }
    }

    private record Channel(Tunnel tunnel) implements PeerChannel {
        @Override
        public InputStream in() {
            return tunnel.in();
        }

        @Override
        public OutputStream out() {
            return tunnel.out();
        }

        @Override
        public void close() {
            tunnel.close();
        }
    }
}
