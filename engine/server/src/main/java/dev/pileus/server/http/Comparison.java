package dev.pileus.server.http;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/// The operators of filters.
enum Comparison {
    EQ,
    NE,
    GT,
    GE,
    LT,
    LE;

    static Comparison of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "eq" -> EQ;
            case "ne" -> NE;
            case "gt" -> GT;
            case "ge" -> GE;
            case "lt" -> LT;
            case "le" -> LE;
            default -> throw Filter.refusal("unsupported operation \"" + word + "\"");
        };
    }

    /// A field by its path, such as `config.user.a`: keys may hold dots themselves.
    static Optional<JsonNode> field(JsonNode object, String path) {
        var whole = object.get(path);
        if (whole != null) {
            return Optional.of(whole);
        }
        for (var dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            var inner = object.get(path.substring(0, dot));
            if (inner != null) {
                var found = field(inner, path.substring(dot + 1));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /// What is not there equals nothing.
    boolean holds(Optional<JsonNode> field, String wanted) {
        if (field.isEmpty()) {
            return this == NE;
        }
        var value = field.get();
        if (value.isNumber()) {
            return number(wanted)
                    .map(number -> accepts(value.decimalValue().compareTo(number)))
                    .orElse(this == NE);
        }
        var text = value.isString() ? value.stringValue() : value.toString();
        return switch (this) {
            case EQ -> matches(text, wanted);
            case NE -> !matches(text, wanted);
            case GT, GE, LT, LE -> accepts(text.compareTo(wanted));
        };
    }

    /// @param order as comparators tell it
    private boolean accepts(int order) {
        return switch (this) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case GT -> order > 0;
            case GE -> order >= 0;
            case LT -> order < 0;
            case LE -> order <= 0;
        };
    }

    private static boolean matches(String text, String wanted) {
        if (text.equalsIgnoreCase(wanted)) {
            return true;
        }
        try {
            return Pattern.compile(wanted, Pattern.CASE_INSENSITIVE).matcher(text).matches();
        } catch (PatternSyntaxException plainText) {
            return false;
        }
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
