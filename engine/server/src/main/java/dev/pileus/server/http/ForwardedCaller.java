package dev.pileus.server.http;

import dev.pileus.domain.caller.Caller;
import dev.pileus.domain.caller.Trust;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/// Who stands behind a request that another member passes on: events name him, not the member.
public final class ForwardedCaller {
    private static final String USERNAME = "X-Pileus-Forwarded-Username";
    private static final String PROTOCOL = "X-Pileus-Forwarded-Protocol";
    private static final String ADDRESS = "X-Pileus-Forwarded-Address";

    private ForwardedCaller() {}

    /// What a member sends along.
    public static Map<String, String> headers(Caller caller) {
        return Map.of(
                USERNAME, caller.username(),
                PROTOCOL, caller.protocol(),
                ADDRESS, caller.address());
    }

    /// Only members are believed.
    static Caller of(Caller caller, HttpFields headers) {
        var username = headers.get(USERNAME);
        var protocol = headers.get(PROTOCOL);
        var address = headers.get(ADDRESS);
        var told =
                caller.trust() instanceof Trust.Member
                        && username != null
                        && protocol != null
                        && address != null;
        return told ? new Caller(username, protocol, address, caller.trust()) : caller;
    }
}
