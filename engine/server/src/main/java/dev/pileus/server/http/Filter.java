package dev.pileus.server.http;

import dev.pileus.api.ApiException;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.databind.JsonNode;

/// The little language of `?filter=` (CONTRACT 2): `status eq Running and not (location eq m1)`.
@FunctionalInterface
interface Filter {
    /// Deeper nesting is nobody's honest question.
    int DEEPEST = 50;

    boolean chooses(JsonNode object);

    /// Reads a filter.
    ///
    /// @param text empty: chooses everything
    /// @throws ApiException 400
    static Filter parse(String text) {
        if (text.isBlank()) {
            return object -> true;
        }
        var words = FilterWords.split(text);
        var filter = anyOf(words, 0);
        if (!words.isEmpty()) {
            throw refusal("unexpected \"" + words.peek() + "\"");
        }
        return filter;
    }

    private static Filter anyOf(Deque<String> words, int depth) {
        var filter = allOf(words, depth);
        while (takes(words, "or")) {
            var left = filter;
            var right = allOf(words, depth);
            filter = object -> left.chooses(object) || right.chooses(object);
        }
        return filter;
    }

    private static Filter allOf(Deque<String> words, int depth) {
        var filter = one(words, depth);
        while (takes(words, "and")) {
            var left = filter;
            var right = one(words, depth);
            filter = object -> left.chooses(object) && right.chooses(object);
        }
        return filter;
    }

    private static Filter one(Deque<String> words, int depth) {
        if (depth > DEEPEST) {
            throw refusal("too many levels");
        }
        if (takes(words, "not")) {
            var filter = one(words, depth + 1);
            return object -> !filter.chooses(object);
        }
        if (takes(words, "(")) {
            var filter = anyOf(words, depth + 1);
            if (!takes(words, ")")) {
                throw refusal("a parenthesis is not closed");
            }
            return filter;
        }
        return clause(words);
    }

    private static Filter clause(Deque<String> words) {
        var field = words.poll();
        var operator = words.poll();
        if (field == null || operator == null) {
            throw refusal("clause has no operator");
        }
        var value = words.poll();
        if (value == null) {
            throw refusal("clause has no value");
        }
        var comparison = Comparison.of(operator);
        var wanted = FilterWords.unquoted(value);
        return object ->
                comparison.holds(Comparison.field(object, FilterWords.unquoted(field)), wanted);
    }

    private static boolean takes(Deque<String> words, String word) {
        if (word.equalsIgnoreCase(words.peek())) {
            words.poll();
            return true;
        }
        return false;
    }

    static ApiException refusal(String text) {
        return new ApiException(400, "Invalid filter: " + text);
    }

    /// Takes a text apart.
    final class FilterWords {
        private FilterWords() {}

        /// Quoted words keep their quotes, so that they are no keywords.
        static Deque<String> split(String text) {
            var words = new ArrayDeque<String>();
            var i = 0;
            while (i < text.length()) {
                var c = text.charAt(i);
                if (Character.isWhitespace(c)) {
                    i++;
                } else if (c == '(' || c == ')') {
                    words.add(String.valueOf(c));
                    i++;
                } else {
                    var end = c == '"' ? closing(text, i) : end(text, i);
                    words.add(text.substring(i, end));
                    i = end;
                }
            }
            return words;
        }

        private static int closing(String text, int start) {
            var end = text.indexOf('"', start + 1);
            if (end < 0) {
                throw refusal("a quotation is not closed");
            }
            return end + 1;
        }

        private static int end(String text, int start) {
            var end = start;
            while (end < text.length() && " \t\r\n()\"".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            return end;
        }

        static String unquoted(String word) {
            return word.startsWith("\"") ? word.substring(1, word.length() - 1) : word;
        }
    }
}
