package dev.pileus.desktop.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// What was typed, as words in lower case; all must be found.
public record Query(List<String> words) {
    private static final int WHOLE = 0;
    private static final int START = 1;
    private static final int START_OF_WORD = 2;
    private static final int INSIDE = 3;

    public Query {
        words = List.copyOf(words);
    }

    public static Query parse(String typed) {
        return new Query(
                Arrays.stream(typed.toLowerCase(Locale.ROOT).split("[\\s\\u3000]+", -1))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /// How far a text is from what was typed: 0 is the text itself; empty when a word is missing.
    public OptionalInt distance(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        int distance = 0;
        for (var word : words) {
            int at = distance(word, lower);
            if (at < 0) {
                return OptionalInt.empty();
            }
            distance += at;
        }
        return OptionalInt.of(distance);
    }

    /// What is left to be found when the words that occur in `text` are taken away.
    public Query without(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return new Query(words.stream().filter(word -> !lower.contains(word)).toList());
    }

    private static int distance(String word, String text) {
        int at = text.indexOf(word);
        if (at < 0) {
            return -1;
        }
        if (at == 0) {
            return text.length() == word.length() ? WHOLE : START;
        }
        return Character.isLetterOrDigit(text.charAt(at - 1)) ? INSIDE : START_OF_WORD;
    }
}
