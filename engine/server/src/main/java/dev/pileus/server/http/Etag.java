package dev.pileus.server.http;

import dev.pileus.api.ApiException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The version of a document: SHA-256 over the JSON of what can be edited (CONTRACT 1.3).
final class Etag {
    private Etag() {}

    static String of(Object writable) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Wire.bytes(writable));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /// @param sent the header `If-Match`, with or without quotes; empty: no matter which version
    static void require(String sent, Object writable) {
        var wanted = sent.strip().replace("\"", "");
        if (wanted.isEmpty()) {
            return;
        }
        var current = of(writable);
        if (!current.equals(wanted)) {
            throw new ApiException(412, "ETag doesn't match: %s vs %s".formatted(current, wanted));
        }
    }
}
