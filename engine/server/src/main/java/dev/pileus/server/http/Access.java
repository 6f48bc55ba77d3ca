package dev.pileus.server.http;

import dev.pileus.domain.caller.Caller;
import dev.pileus.domain.caller.Trust;

/// Whom a route serves.
public enum Access {
    /// Everybody, strangers too.
    PUBLIC,
    /// Everybody who is trusted; clients that are limited to projects only in these.
    PROJECT,
    /// Everybody who is trusted; the route leaves out what a limited client may not see.
    CLIENT,
    /// Who is trusted without limits.
    TRUSTED,
    /// Other members of the cluster, and nobody else.
    MEMBER;

    /// @param project what the request is about
    boolean admits(Caller caller, String project) {
        return switch (this) {
            case PUBLIC -> true;
            case PROJECT -> caller.mayUse(project);
            case CLIENT -> caller.isTrusted();
            case TRUSTED -> caller.isUnrestricted();
            case MEMBER -> caller.trust() instanceof Trust.Member;
        };
    }
}
