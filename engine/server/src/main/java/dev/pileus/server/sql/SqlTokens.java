package dev.pileus.server.sql;

import dev.pileus.api.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// SQL cut into its parts, just far enough to see where statements end and which words are words
/// and not texts.
final class SqlTokens {
    private static final Pattern TOKEN =
            Pattern.compile(
                    """
                    (?<space>\\s+|--[^\\n]*|/\\*.*?(?:\\*/|$))\
                    |(?<text>'(?:[^']++|'')*+'|"(?:[^"]++|"")*+"|`(?:[^`]++|``)*+`|\\[[^\\]]*])\
                    |(?<word>[\\p{L}_][\\p{L}\\p{N}_$]*)\
                    |(?<open>['"`\\[])\
                    |(?<sign>[\\p{N}.]+|.)\
                    """,
                    Pattern.DOTALL);

    private SqlTokens() {}

    /// The statements of a script, without their semicolons and without empty ones.
    ///
    /// @throws ApiException 400 if a text in it does not end
    static List<SqlStatement> statements(String script) {
        var statements = new ArrayList<SqlStatement>();
        var tokens = new ArrayList<Token>();
        var text = new StringBuilder();
        var matcher = TOKEN.matcher(script);
        while (matcher.find()) {
            if (matcher.group("open") != null) {
                throw new ApiException(
                        400, "Failed to execute query: a quote is opened and never closed");
            }
            if (matcher.group().equals(";")) {
                end(statements, text, tokens);
            } else {
                text.append(matcher.group());
                token(matcher, tokens);
            }
        }
        end(statements, text, tokens);
        return List.copyOf(statements);
    }

    private static void token(Matcher matcher, List<Token> tokens) {
        if (matcher.group("word") != null) {
            tokens.add(new Token(Kind.WORD, matcher.group()));
        } else if (matcher.group("text") != null) {
            tokens.add(new Token(Kind.TEXT, matcher.group()));
        } else if (matcher.group("sign") != null) {
            tokens.add(new Token(Kind.SIGN, matcher.group()));
        }
    }

    private static void end(List<SqlStatement> statements, StringBuilder text, List<Token> tokens) {
        if (!tokens.isEmpty()) {
            statements.add(new SqlStatement(text.toString().strip(), tokens));
        }
        text.setLength(0);
        tokens.clear();
    }

    enum Kind {
        /// A keyword or a plain name.
        WORD,
        /// Something in quotes, with them: a string or a name.
        TEXT,
        SIGN
    }

    record Token(Kind kind, String text) {}
}
