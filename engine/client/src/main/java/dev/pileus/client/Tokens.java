package dev.pileus.client;

import dev.pileus.api.JoinToken;
import dev.pileus.api.Operation;
import dev.pileus.api.TrustToken;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads tokens out of the operations that servers keep them as. Their metadata is in camel case,
/// the tokens themselves in snake case.
final class Tokens {
    /// Metadata key that only join tokens have.
    static final String MEMBER = "serverName";

    private Tokens() {}

    /// Join tokens that can still be used. The description of such an operation says nothing.
    static List<Operation> openJoins(List<Operation> operations) {
        return operations.stream()
                .filter(operation -> operation.operationClass().equals(Operation.CLASS_TOKEN))
                .filter(operation -> !operation.isFinished())
                .filter(operation -> operation.metadata().containsKey(MEMBER))
                .toList();
    }

    static Optional<JoinToken> join(Operation operation) {
        if (!operation.metadata().containsKey(MEMBER)) {
            return Optional.empty();
        }
        return Optional.of(
                new JoinToken(
                        operation.text(MEMBER),
                        operation.text("fingerprint"),
                        addresses(operation),
                        operation.text("secret"),
                        expiry(operation)));
    }

    static Optional<TrustToken> trust(Operation operation) {
        var request = operation.metadata().get("request");
        if (request == null) {
            return Optional.empty();
        }
        return Optional.of(
                new TrustToken(
                        request.path("name").asString(""),
                        operation.text("fingerprint"),
                        addresses(operation),
                        operation.text("secret"),
                        expiry(operation)));
    }

    private static List<String> addresses(Operation operation) {
        var addresses = operation.metadata().get("addresses");
        return addresses == null
                ? List.of()
                : addresses
                        .valueStream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString)
                        .toList();
    }

    private static Instant expiry(Operation operation) {
        try {
            return Instant.parse(operation.text("expiresAt"));
        } catch (DateTimeException absent) {
            return TrustToken.NEVER;
        }
    }
}
