package dev.pileus.server.http;

import java.net.URI;
import java.util.Arrays;
import java.util.List;

/// What somebody is told of who uses a thing that several projects share: only what he may see.
public final class UsedBy {
    private static final String PROJECT = "project=";

    private UsedBy() {}

    /// Those of the URLs that belong to projects of the caller.
    public static List<String> shown(Request request, List<String> urls) {
        return request.caller().isUnrestricted()
                ? urls
                : urls.stream().filter(url -> request.caller().mayUse(project(url))).toList();
    }

    private static String project(String url) {
        var query = URI.create(url).getQuery();
        return query == null
                ? "default"
                : Arrays.stream(query.split("&", -1))
                        .filter(part -> part.startsWith(PROJECT))
                        .map(part -> part.substring(PROJECT.length()))
                        .findFirst()
                        .orElse("default");
    }
}
