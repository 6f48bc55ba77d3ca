package dev.pileus.server.http;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Lists, as clients want them: URLs or objects, all or those that a filter chooses (CONTRACT 2).
public final class Listing {
    private Listing() {}

    /// Answers with a list.
    ///
    /// @param url of one of the objects
    /// @throws dev.pileus.api.ApiException 400 on a filter that makes no sense
    public static <T> Answer of(Request request, List<T> objects, Function<T, String> url) {
        var chosen = objects.stream().filter(filter(request)).toList();
        return request.wantsObjects()
                ? Answer.of(chosen)
                : Answer.of(chosen.stream().map(url).toList());
    }

    /// The same for a list that may be long: it is read while it is written.
    public static <T> Answer flowing(Request request, Stream<T> objects, Function<T, String> url) {
        var chosen = objects.filter(filter(request));
        return new Answer.Elements(
                request.wantsObjects() ? chosen.iterator() : chosen.map(url).iterator());
    }

    /// Whether there is a filter.
    public static boolean isFiltered(Request request) {
        return !request.query("filter").isBlank();
    }

    private static <T> Predicate<T> filter(Request request) {
        if (!isFiltered(request)) {
            return object -> true;
        }
        var filter = Filter.parse(request.query("filter"));
        return object -> filter.chooses(Wire.tree(object));
    }
}
