package dev.pileus.domain;

import dev.pileus.api.Project;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The URLs by which objects are known to clients.
public final class Urls {
    private Urls() {}

    /// Such as `/1.0/storage-pools/fast%20one`.
    public static String of(String... segments) {
        return "/1.0/" + Arrays.stream(segments).map(Urls::encode).collect(Collectors.joining("/"));
    }

    /// The same of an object in a project; the default project is not named.
    public static String in(String project, String... segments) {
        return of(segments)
                + (project.equals(Project.DEFAULT) ? "" : "?project=" + encode(project));
    }

    /// A text as a segment of a path, or the value of a parameter.
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
