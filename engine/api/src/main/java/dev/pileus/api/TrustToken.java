package dev.pileus.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;

/// What a client needs to be trusted by a server (CONTRACT 7.2).
///
/// @param fingerprint SHA-256 of the server's certificate
/// @param addresses `host:port` where it listens
/// @param secret never log it
/// @param expiresAt [#NEVER] when the token does not expire
@JsonPropertyOrder({"client_name", "fingerprint", "addresses", "secret", "expires_at"})
public record TrustToken(
        String clientName,
        String fingerprint,
        List<String> addresses,
        String secret,
        Instant expiresAt) {
    /// The zero time of the servers' language.
    public static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");

    public TrustToken {
        clientName = Absent.text(clientName);
        fingerprint = Absent.text(fingerprint);
        addresses = Absent.list(addresses);
        secret = Absent.text(secret);
        expiresAt = expiresAt == null ? NEVER : expiresAt;
    }

    public static TrustToken decode(String text) throws InvalidTokenException {
        var token = TokenCodec.decode(text, TrustToken.class);
        TokenCodec.require(!token.addresses.isEmpty(), "server addresses");
        TokenCodec.require(!token.secret.isEmpty(), "secret");
        TokenCodec.require(!token.fingerprint.isEmpty(), "certificate fingerprint");
        return token;
    }

    public String encode() {
        return TokenCodec.encode(this);
    }

    public boolean isExpired(Instant now) {
        return !expiresAt.equals(NEVER) && expiresAt.isBefore(now);
    }

    @Override
    public String toString() {
        return "TrustToken[" + clientName + ", " + addresses + "]";
    }
}
