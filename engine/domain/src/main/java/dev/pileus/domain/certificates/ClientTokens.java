package dev.pileus.domain.certificates;

import dev.pileus.api.ApiException;
import dev.pileus.api.Json;
import dev.pileus.api.Operation;
import dev.pileus.api.TrustToken;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.config.Expiry;
import dev.pileus.domain.config.Settings;
import dev.pileus.domain.operations.Token;
import dev.pileus.domain.operations.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tokens for clients (CONTRACT 7.2): one for each name, for one use, perhaps for a while. Safe for
/// use by many threads.
final class ClientTokens {
    private static final int SECRET_BYTES = 32;
    private static final String REQUEST = "request";
    private static final String SECRET = "secret";
    private static final String EXPIRES_AT = "expiresAt";

    private final Database database;
    private final Tokens tokens;
    private final Settings settings;
    private final Network network;
    private final InstantSource time;
    private final SecureRandom random;

    ClientTokens(
            Database database,
            Tokens tokens,
            Settings settings,
            Network network,
            InstantSource time,
            SecureRandom random) {
        this.database = database;
        this.tokens = tokens;
        this.settings = settings;
        this.network = network;
        this.time = time;
        this.random = random;
    }

    /// A new token; an open one for the same name ends.
    Operation issue(CertificateRequest request) {
        var addresses = network.addresses();
        if (addresses.isEmpty()) {
            throw new ApiException(400, "Can't issue token when server isn't listening on network");
        }
        var token = tokens.draft("Issuing client token", Map.of(), metadata(request, addresses));
        var ended =
                database.decide(reader -> {
                    var batch = Batch.builder();
                    var old = sameName(reader, request.name());
                    old.forEach(open -> batch.add(tokens.end(open)));
                    return new Decision<>(batch.add(tokens.store(token)).build(), old);
                });
        ended.forEach(tokens::tellEnded);
        tokens.tellStarted(token);
        return token.running();
    }

    private Map<String, Object> metadata(CertificateRequest request, List<String> addresses) {
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("addresses", addresses);
        metadata.put("fingerprint", network.fingerprint().hex());
        metadata.put(SECRET, secret());
        metadata.put(REQUEST, request);
        Expiry.after(time.instant(), settings.value("core.remote_token_expiry"))
                .ifPresent(end -> metadata.put(EXPIRES_AT, end));
        return metadata;
    }

    private String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private List<Token> sameName(Reader reader, String name) {
        return name.isEmpty()
                ? List.of()
                : open(reader).stream().filter(open -> request(open).name().equals(name)).toList();
    }

    /// Finds the token's operation; ends it when it has expired.
    ///
    /// @throws ApiException 403 if there is none, or it has expired
    Token find(TrustToken shown) {
        var token =
                database.readLatest(this::open).stream()
                        .filter(open -> same(open.text(SECRET), shown.secret()))
                        .findFirst()
                        .orElseThrow(ClientTokens::unknown);
        var end = token.text(EXPIRES_AT);
        if (!end.isEmpty() && Instant.parse(end).isBefore(time.instant())) {
            database.decide(reader -> new Decision<>(use(reader, token), token));
            tokens.tellEnded(token);
            throw new ApiException(
                    403,
                    "Failed during search for certificate add token operation: Token has expired");
        }
        return token;
    }

    /// Uses it up, unless somebody else was faster.
    Batch use(Reader reader, Token token) {
        if (open(reader).stream().noneMatch(open -> open.id().equals(token.id()))) {
            throw unknown();
        }
        return tokens.end(token);
    }

    void tellUsed(Token token) {
        tokens.tellEnded(token);
    }

    private static ApiException unknown() {
        return new ApiException(403, "No matching certificate add operation found");
    }

    /// What the token was issued for.
    CertificateRequest request(Token token) {
        return Json.mapper().treeToValue(token.metadata().get(REQUEST), CertificateRequest.class);
    }

    private List<Token> open(Reader reader) {
        var open = new ArrayList<>(tokens.open(reader));
        open.removeIf(token -> !token.metadata().containsKey(REQUEST));
        return open;
    }

    /// In constant time: an answer's delay must not tell how much of a guess was right.
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
