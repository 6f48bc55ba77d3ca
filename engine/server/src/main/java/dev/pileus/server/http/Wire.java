package dev.pileus.server.http;

import dev.pileus.api.ApiException;
import dev.pileus.api.Json;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/// JSON of requests and answers. Requests are read strictly: a number is no text.
public final class Wire {
    private static final JsonMapper MAPPER =
            Json.mapper()
                    .rebuild()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    // ETags of all members must be alike
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .withCoercionConfig(
                            LogicalType.Textual,
                            text ->
                                    text.setCoercion(
                                                    CoercionInputShape.Integer, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Float, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Boolean,
                                                    CoercionAction.Fail))
                    .build();

    private Wire() {}

    static byte[] bytes(Object document) {
        return MAPPER.writeValueAsBytes(document);
    }

    public static String text(Object document) {
        return MAPPER.writeValueAsString(document);
    }

    public static JsonNode tree(Object document) {
        return MAPPER.valueToTree(document);
    }

    /// @throws ApiException 400 if it is no JSON, or not of this shape
    static <T> T read(byte[] body, Class<T> shape) {
        try {
            var value = MAPPER.readValue(body, shape);
            if (value == null) {
                throw new ApiException(400, "Invalid request: it holds nothing");
            }
            return value;
        } catch (JacksonException e) {
            throw new ApiException(400, complaint(e));
        }
    }

    /// The same for a part of a document.
    public static <T> T read(JsonNode part, Class<T> shape) {
        return read(bytes(part), shape);
    }

    /// Never repeats what was sent: it may be a secret.
    private static String complaint(JacksonException problem) {
        return switch (problem) {
            case StreamReadException malformed -> {
                var place = malformed.getLocation();
                yield "Invalid request: malformed JSON at line %d, column %d"
                        .formatted(place.getLineNr(), place.getColumnNr());
            }
            case MismatchedInputException wrong ->
                    "Invalid request: %s has the wrong type".formatted(place(wrong));
            default -> "Invalid request: unreadable JSON";
        };
    }

    private static String place(DatabindException problem) {
        var keys =
                problem.getPath().stream()
                        .map(step ->
                                step.getPropertyName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : step.getPropertyName())
                        .collect(Collectors.joining("."));
        return keys.isEmpty() ? "the document" : keys;
    }
}
