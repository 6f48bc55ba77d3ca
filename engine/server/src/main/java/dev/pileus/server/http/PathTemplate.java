package dev.pileus.server.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A path whose segments in braces stand for anything.
public final class PathTemplate {
    private final String text;
    private final List<String> segments;

    public PathTemplate(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("Not a path: " + text);
        }
        this.text = text;
        this.segments = segments(text);
    }

    /// The parts between slashes, still encoded.
    static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    /// The values of the segments in braces, when the decoded segments fit.
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, String>();
        for (var i = 0; i < path.size(); i++) {
            var segment = segments.get(i);
            if (isVariable(segment)) {
                values.put(segment.substring(1, segment.length() - 1), path.get(i));
            } else if (!segment.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return values.containsValue("") ? Optional.empty() : Optional.of(values);
    }

    /// How many segments stand for anything: the template with fewer is the better match.
    int variables() {
        return Math.toIntExact(segments.stream().filter(PathTemplate::isVariable).count());
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathTemplate template && template.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
