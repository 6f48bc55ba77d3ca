package dev.pileus.domain.members;

import java.util.Optional;
import java.util.Set;

/// Where a server listens or is reached: a host name or an IP address, and a port.
///
/// @param host without brackets
public record MemberAddress(String host, int port) {
    public static final int DEFAULT_PORT = 8443;

    private static final int HIGHEST_PORT = 65_535;
    private static final Set<String> WILDCARDS = Set.of("", "0.0.0.0", "::");

    /// Reads `host`, `host:port`, `[::1]:port`, `::1`, `:port`; empty when it is none of these.
    public static Optional<MemberAddress> parse(String text) {
        var bracket = text.startsWith("[") ? text.indexOf(']') : -1;
        if (text.startsWith("[") && bracket < 0) {
            return Optional.empty();
        }
        var colon = text.indexOf(':', Math.max(bracket, 0));
        var bare = bracket < 0 && colon >= 0 && text.indexOf(':', colon + 1) >= 0;
        if (colon < 0 || bare) {
            return address(text, bracket, DEFAULT_PORT);
        }
        return port(text.substring(colon + 1))
                .flatMap(port -> address(text.substring(0, colon), bracket, port));
    }

    private static Optional<MemberAddress> address(String host, int bracket, int port) {
        var plain = bracket < 0 ? host : host.substring(1, bracket);
        var rest = bracket < 0 ? "" : host.substring(bracket + 1);
        var blank = plain.chars().anyMatch(Character::isWhitespace);
        return blank || !rest.isEmpty()
                ? Optional.empty()
                : Optional.of(new MemberAddress(plain, port));
    }

    private static Optional<Integer> port(String text) {
        if (!text.matches("\\d{1,5}")) {
            return Optional.empty();
        }
        var port = Integer.parseInt(text);
        return port <= HIGHEST_PORT ? Optional.of(port) : Optional.empty();
    }

    /// Whether it stands for every address of the server.
    public boolean isWildcard() {
        return WILDCARDS.contains(host);
    }

    /// `host:port`, with brackets around an IPv6 address.
    public String text() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
