package dev.pileus.model.connections;

import dev.pileus.api.InvalidTokenException;
import dev.pileus.api.TrustToken;
import dev.pileus.client.Endpoint;
import dev.pileus.trust.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// A trust token that was taken apart and makes sense.
///
/// @param text as it is sent; secret
/// @param issuer what the servers of its cluster present
/// @param endpoints where it was issued
record ReadToken(String text, Fingerprint issuer, List<Endpoint> endpoints, TrustToken content) {
    /// Takes a token apart. Blanks and line breaks from copying do no harm.
    static ReadToken read(String text) throws UnusableTokenException {
        try {
            var content = TrustToken.decode(text);
            var endpoints = content.addresses().stream().flatMap(ReadToken::endpoint).toList();
            return new ReadToken(
                    text.replaceAll("\\s", ""),
                    Fingerprint.parse(content.fingerprint()),
                    endpoints,
                    content);
        } catch (InvalidTokenException notAToken) {
            throw new UnusableTokenException(String.valueOf(notAToken.getMessage()));
        } catch (IllegalArgumentException noFingerprint) {
            throw new UnusableTokenException("The token has no usable fingerprint");
        }
    }

    boolean isExpired(Instant now) {
        return content.isExpired(now);
    }

    @Override
    public String toString() {
        return content.toString();
    }

    /// One unusable address among several is no reason to give up.
    private static Stream<Endpoint> endpoint(String address) {
        try {
            return Stream.of(Endpoint.parse(address));
        } catch (IllegalArgumentException unusable) {
            return Stream.empty();
        }
    }

    /// Says in English what is wrong; never repeats the token.
    static final class UnusableTokenException extends Exception {
        private static final long serialVersionUID = 1L;

        UnusableTokenException(String problem) {
            super(problem);
        }

        String problem() {
            return String.valueOf(getMessage());
        }
    }
}
