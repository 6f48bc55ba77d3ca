package dev.pileus.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.core.JacksonException;

/// Tokens travel as padded base64 of compact JSON. Decoding ignores white space and unknown keys.
final class TokenCodec {
    private TokenCodec() {}

    static String encode(Object token) {
        var json = Json.mapper().writeValueAsBytes(token);
        return Base64.getEncoder().encodeToString(json);
    }

    static <T> T decode(String text, Class<T> shape) throws InvalidTokenException {
        try {
            var json = Base64.getDecoder().decode(text.replaceAll("\\s", ""));
            var token = Json.mapper().readValue(new String(json, StandardCharsets.UTF_8), shape);
            if (token == null) {
                throw new InvalidTokenException("The token is empty");
            }
            return token;
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidTokenException("The token is not base64", notBase64);
        } catch (JacksonException notJson) {
            throw new InvalidTokenException("The token holds no readable JSON", notJson);
        }
    }

    static void require(boolean present, String what) throws InvalidTokenException {
        if (!present) {
            throw new InvalidTokenException("The token has no " + what);
        }
    }
}
