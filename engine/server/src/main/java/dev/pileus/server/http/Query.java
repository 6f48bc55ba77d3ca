package dev.pileus.server.http;

import dev.pileus.api.ApiException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parameters behind the question mark, decoded.
final class Query {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Query() {}

    static Query parse(@Nullable String text) {
        var query = new Query();
        if (text != null && !text.isEmpty()) {
            for (var pair : text.split("&", -1)) {
                var equals = pair.indexOf('=');
                var name = equals < 0 ? pair : pair.substring(0, equals);
                var value = equals < 0 ? "" : pair.substring(equals + 1);
                query.values
                        .computeIfAbsent(decode(name), none -> new ArrayList<>())
                        .add(decode(value));
            }
        }
        return query;
    }

    /// The first value, empty when there is none.
    String first(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    Map<String, List<String>> all() {
        return Collections.unmodifiableMap(values);
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ApiException(400, "Invalid request: a query parameter is badly encoded");
        }
    }
}
