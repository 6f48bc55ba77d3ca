package dev.pileus.desktop.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What a user typed to see fewer rows: `status:running location:node1 -web "two words"`. All
/// tokens must hold; a minus turns one round; a token without a field looks in every field.
///
/// @param tokens in the order they were typed
record Filter(List<Token> tokens) {
    private static final Pattern TOKEN =
            Pattern.compile("(-?)(?:([\\p{L}\\w-]+):)?(?:\"([^\"]*)\"?|(\\S+))");

    Filter {
        tokens = List.copyOf(tokens);
    }

    /// One condition.
    ///
    /// @param field empty: any
    /// @param value in lower case
    record Token(boolean wanted, String field, String value) {}

    static Filter parse(String typed) {
        var tokens = new ArrayList<Token>();
        var found = TOKEN.matcher(typed);
        while (found.find()) {
            var value = found.group(3) != null ? found.group(3) : found.group(4);
            var field = found.group(2) == null ? "" : found.group(2);
            if (!value.isEmpty()) {
                tokens.add(new Token(found.group(1).isEmpty(), lower(field), lower(value)));
            }
        }
        return new Filter(tokens);
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    /// Whether a row is shown.
    ///
    /// @param fields the row's texts by the name of the field; the empty name asks for all of them
    boolean lets(Function<String, List<String>> fields) {
        return tokens.stream()
                .allMatch(token ->
                        token.wanted()
                                == fields.apply(token.field()).stream()
                                        .anyMatch(text -> lower(text).contains(token.value())));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
