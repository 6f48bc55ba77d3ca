package dev.pileus.model.store;

import dev.pileus.api.Instance;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What tells instances apart: names are unique within a project only.
public record InstanceKey(String project, String name) {
    public static final String DEFAULT_PROJECT = "default";

    private static final String PROJECT_PARAMETER = "project=";

    /// `/1.0/instances/NAME` splits into nothing, version, collection and name.
    private static final int SEGMENTS = 4;

    private static final Set<String> COLLECTIONS =
            Set.of("instances", "containers", "virtual-machines");

    public static InstanceKey of(Instance instance) {
        return new InstanceKey(instance.project(), instance.name());
    }

    /// The instance that a URL such as `/1.0/instances/NAME?project=PROJECT` is about; empty for
    /// URLs of other things, such as the snapshots of an instance.
    public static Optional<InstanceKey> ofUrl(String url) {
        return ofUrl(url, DEFAULT_PROJECT);
    }

    /// The same with another project for URLs that name none.
    public static Optional<InstanceKey> ofUrl(String url, String otherwise) {
        try {
            var uri = new URI(url);
            var segments =
                    uri.getRawPath() == null ? new String[0] : uri.getRawPath().split("/", -1);
            if (segments.length != SEGMENTS || !COLLECTIONS.contains(segments[2])) {
                return Optional.empty();
            }
            var name = decode(segments[SEGMENTS - 1]);
            return Optional.of(new InstanceKey(project(uri).orElse(otherwise), name));
        } catch (URISyntaxException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private static Optional<String> project(URI url) {
        var query = url.getRawQuery() == null ? "" : url.getRawQuery();
        return Stream.of(query.split("&", -1))
                .filter(part -> part.startsWith(PROJECT_PARAMETER))
                .map(part -> decode(part.substring(PROJECT_PARAMETER.length())))
                .findFirst();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
