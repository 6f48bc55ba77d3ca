package dev.pileus.server.sql;

import dev.pileus.api.ApiException;
import dev.pileus.server.sql.SqlTokens.Kind;
import dev.pileus.server.sql.SqlTokens.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// One statement of an admin. What changes the database must mean the same on every replica and
/// stay within the tables: everything else is refused before it gets near the log.
record SqlStatement(String text, List<Token> tokens) {
    private static final Set<String> READS = Set.of("SELECT", "VALUES", "EXPLAIN", "PRAGMA");
    private static final Set<String> WRITES = Set.of("INSERT", "UPDATE", "DELETE", "REPLACE");

    /// Their value depends on where and when they are asked.
    private static final Set<String> VARYING =
            Set.of(
                    "RANDOM",
                    "RANDOMBLOB",
                    "DATE",
                    "TIME",
                    "DATETIME",
                    "JULIANDAY",
                    "UNIXEPOCH",
                    "STRFTIME",
                    "TIMEDIFF",
                    "CURRENT_DATE",
                    "CURRENT_TIME",
                    "CURRENT_TIMESTAMP",
                    "CHANGES",
                    "TOTAL_CHANGES",
                    "LAST_INSERT_ROWID",
                    "SQLITE_VERSION",
                    "SQLITE_SOURCE_ID");

    SqlStatement {
        tokens = List.copyOf(tokens);
    }

    /// Whether it changes something.
    ///
    /// @throws ApiException 400 if it may not run at all
    boolean changes() {
        var verb = verb();
        if (verb.equals("PRAGMA") && tokens.stream().anyMatch(token -> token.text().equals("="))) {
            throw refused("a PRAGMA can be asked, not set");
        }
        if (READS.contains(verb)) {
            return false;
        }
        if (!WRITES.contains(verb)) {
            throw refused(
                    "%s is not for this door: it takes SELECT, INSERT, UPDATE, DELETE"
                            .formatted(verb));
        }
        tokens.forEach(SqlStatement::check);
        for (var i = 0; i + 1 < tokens.size(); i++) {
            checkCall(tokens.get(i), tokens.get(i + 1));
        }
        return true;
    }

    /// The first word; behind WITH, the one that all the tables are for.
    private String verb() {
        var depth = 0;
        for (var token : tokens) {
            depth += token.text().equals("(") ? 1 : token.text().equals(")") ? -1 : 0;
            var word = word(token);
            if (depth == 0 && token.kind() == Kind.WORD && !isPrelude(word)) {
                return word;
            }
        }
        return word(tokens.getFirst());
    }

    private boolean isPrelude(String word) {
        return word(tokens.getFirst()).equals("WITH")
                && !READS.contains(word)
                && !WRITES.contains(word);
    }

    private static void check(Token token) {
        if (token.kind() == Kind.SIGN && Set.of("?", ":", "@", "$").contains(token.text())) {
            throw refused("there is no value for \"%s\"".formatted(token.text()));
        }
        if (token.kind() == Kind.SIGN) {
            return;
        }
        var name = word(token).replaceAll("^[\"'`\\[]|[\"'`\\]]$", "");
        if (name.startsWith("PILEUS_") || name.startsWith("SQLITE_S")) {
            throw refused("%s is the database's own".formatted(token.text()));
        }
        if (token.kind() == Kind.WORD && name.equals("RETURNING")) {
            throw refused("RETURNING is not for this door: ask afterwards");
        }
        if (token.kind() == Kind.WORD && name.startsWith("CURRENT_") && VARYING.contains(name)) {
            throw varying(token);
        }
    }

    private static void checkCall(Token name, Token next) {
        if (next.text().equals("(") && VARYING.contains(word(name).replaceAll("[\"`\\[\\]]", ""))) {
            throw varying(name);
        }
    }

    private static ApiException varying(Token name) {
        return refused(
                "%s has another value on each member: write the value itself"
                        .formatted(name.text()));
    }

    private static String word(Token token) {
        return token.text().toUpperCase(Locale.ROOT);
    }

    private static ApiException refused(String why) {
        return new ApiException(400, "Failed to execute query: " + why);
    }
}
