package dev.pileus.server.http;

import dev.pileus.domain.ThisMember;

/// Sends requests with `?target=` to the member they name.
public final class Forwarding {
    private final ThisMember here;
    private final Forwarder forwarder;

    public Forwarding(ThisMember here, Forwarder forwarder) {
        this.here = here;
        this.forwarder = forwarder;
    }

    /// Serves what is meant for this member itself, forwards the rest.
    public RouteHandler byTarget(RouteHandler local) {
        return request ->
                isMeantForUs(request.target())
                        ? local.handle(request)
                        : forwarder.forward(request, request.target());
    }

    /// The same where the path names the member, as `{name}`.
    public RouteHandler byName(RouteHandler local) {
        return request -> {
            var member = request.parameter("name");
            return isMeantForUs(member)
                    ? local.handle(request)
                    : forwarder.forward(request, member);
        };
    }

    private boolean isMeantForUs(String target) {
        // a server on its own is called `none`, also by clients that repeat what it has told
        return target.isEmpty() || target.equals(here.name());
    }
}
