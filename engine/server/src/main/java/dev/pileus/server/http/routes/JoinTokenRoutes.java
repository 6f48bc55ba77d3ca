package dev.pileus.server.http.routes;

import dev.pileus.domain.certificates.Network;
import dev.pileus.domain.members.JoinTokensService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import org.jspecify.annotations.Nullable;

/// `POST /1.0/cluster/members`: issues join tokens.
public final class JoinTokenRoutes implements Routes {
    private final JoinTokensService tokens;
    private final Network network;

    public JoinTokenRoutes(JoinTokensService tokens, Network network) {
        this.tokens = tokens;
        this.network = network;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.post("/1.0/cluster/members", Access.TRUSTED, this::create);
    }

    private Answer create(Request request) {
        var name = request.document(Newcomer.class).name();
        return Answer.accepted(tokens.create(name, network.fingerprint().hex()));
    }

    /// Who is expected.
    record Newcomer(@Nullable String serverName) {
        String name() {
            return serverName == null ? "" : serverName;
        }
    }
}
