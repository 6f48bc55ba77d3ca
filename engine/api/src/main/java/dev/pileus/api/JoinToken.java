package dev.pileus.api;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;

/// What a server needs to join a cluster (CONTRACT 8.4).
///
/// @param fingerprint SHA-256 of the cluster certificate
/// @param addresses `host:port` of members that can be asked
/// @param secret never log it
@JsonPropertyOrder({"server_name", "fingerprint", "addresses", "secret", "expires_at"})
public record JoinToken(
        String serverName,
        String fingerprint,
        List<String> addresses,
        String secret,
        Instant expiresAt) {
    public JoinToken {
        serverName = Absent.text(serverName);
        fingerprint = Absent.text(fingerprint);
        addresses = Absent.list(addresses);
        secret = Absent.text(secret);
        expiresAt = expiresAt == null ? TrustToken.NEVER : expiresAt;
    }

    public static JoinToken decode(String text) throws InvalidTokenException {
        var token = TokenCodec.decode(text, JoinToken.class);
        TokenCodec.require(!token.serverName.isEmpty(), "server name");
        TokenCodec.require(!token.addresses.isEmpty(), "member addresses");
        TokenCodec.require(!token.secret.isEmpty(), "secret");
        TokenCodec.require(!token.fingerprint.isEmpty(), "certificate fingerprint");
        return token;
    }

    public String encode() {
        return TokenCodec.encode(this);
    }

    public boolean isExpired(Instant now) {
        return !expiresAt.equals(TrustToken.NEVER) && expiresAt.isBefore(now);
    }

    @Override
    public String toString() {
        return "JoinToken[" + serverName + ", " + addresses + "]";
    }
}
