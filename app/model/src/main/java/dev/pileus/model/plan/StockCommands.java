package dev.pileus.model.plan;

import dev.pileus.api.Product;
import java.util.regex.Pattern;

/// The commands of the stock clients that do the same as a request.
///
/// @param remote the cluster's name in the stock client, empty when it has none
record StockCommands(Product product, String remote) {
    /// What no POSIX shell treats specially.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

    String evacuate(String member, EvacuationMode mode) {
        return line("evacuate", member, mode.word());
    }

    String restore(String member, RestoreMode mode) {
        return line("restore", member, mode.word());
    }

    private String line(String verb, String member, String action) {
        var target = remote.isEmpty() ? member : remote + ":" + member;
        var line = product.command() + " cluster " + verb + " " + quoted(target);
        return action.isEmpty() ? line : line + " --action=" + action;
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
