package dev.pileus.server.http;

import java.util.List;
import java.util.function.Function;

/// Lists, as clients want them: URLs or objects, all or those that a filter chooses (CONTRACT 2).
public final class Listing {
    private Listing() {}

    /// Answers with a list.
    ///
    /// @param url of one of the objects
    /// @throws dev.pileus.api.ApiException 400 on a filter that makes no sense
    public static <T> Answer of(Request request, List<T> objects, Function<T, String> url) {
        var filter = Filter.parse(request.query("filter"));
        var chosen = objects.stream().filter(object -> filter.chooses(Wire.tree(object))).toList();
        return request.wantsObjects()
                ? Answer.of(chosen)
                : Answer.of(chosen.stream().map(url).toList());
    }
}
