package dev.pileus.domain.config;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Where to listen: a host name or an IP address, and a port.
///
/// @param host without brackets; empty: everywhere
/// @param port as it was written: whether it is a port at all is found out by listening
public record ListenAddress(String host, String port) {
    static final String DEFAULT_PORT = "8443";

    private static final Set<String> WILDCARDS = Set.of("", "0.0.0.0", "::");
    private static final Pattern NAME_OR_IPV4 = Pattern.compile("[A-Za-z0-9._-]*");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*(%[A-Za-z0-9._-]+)?");
    private static final Pattern PORT = Pattern.compile("[A-Za-z0-9-]+");

    /// Empty when it is no address.
    public static Optional<ListenAddress> parse(String text) {
        if (text.startsWith("[")) {
            var end = text.indexOf(']');
            return end < 0
                    ? Optional.empty()
                    : of(IPV6, text.substring(1, end), text.substring(end + 1));
        }
        var colon = text.indexOf(':');
        if (colon < 0) {
            return of(NAME_OR_IPV4, text, "");
        }
        var alone = colon != text.lastIndexOf(':');
        return alone
                ? bareIpv6(text)
                : of(NAME_OR_IPV4, text.substring(0, colon), text.substring(colon));
    }

    /// An IPv6 address without brackets has no port, and at most one gap.
    private static Optional<ListenAddress> bareIpv6(String text) {
        var oneGap = text.indexOf("::") == text.lastIndexOf("::") && !text.contains(":::");
        return oneGap ? of(IPV6, text, "") : Optional.empty();
    }

    private static Optional<ListenAddress> of(Pattern form, String host, String rest) {
        if (!form.matcher(host).matches()) {
            return Optional.empty();
        }
        if (rest.isEmpty()) {
            return Optional.of(new ListenAddress(host, DEFAULT_PORT));
        }
        var port = rest.substring(1);
        return rest.startsWith(":") && PORT.matcher(port).matches()
                ? Optional.of(new ListenAddress(host, port))
                : Optional.empty();
    }

    public boolean isWildcard() {
        return WILDCARDS.contains(host);
    }

    /// `host:port`, with brackets around an IPv6 address.
    public String text() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
