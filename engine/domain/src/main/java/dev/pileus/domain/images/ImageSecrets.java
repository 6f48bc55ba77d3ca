package dev.pileus.domain.images;

import dev.pileus.api.Image;
import dev.pileus.api.Operation;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.operations.Token;
import dev.pileus.domain.operations.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lets strangers fetch an image that is not public: whoever knows the secret may look at it, and
/// take it away once. Safe for use by many threads.
public final class ImageSecrets {
    private static final int BYTES = 32;
    private static final String SECRET = "secret";

    private final Database database;
    private final Tokens tokens;
    private final SecureRandom random;

    public ImageSecrets(Database database, Tokens tokens, SecureRandom random) {
        this.database = database;
        this.tokens = tokens;
        this.random = random;
    }

    /// A new secret, in the metadata of the operation.
    public Operation issue(Image image) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var token =
                tokens.draft(
                        "Image download token",
                        Map.of("images", List.of(ImagesService.url(image))),
                        Map.of(SECRET, HexFormat.of().formatHex(bytes)));
        database.decide(reader -> new Decision<>(tokens.store(token), token));
        tokens.tellStarted(token);
        return token.running();
    }

    /// Whether the secret opens the image.
    public boolean opens(Image image, String secret) {
        return !secret.isEmpty()
                && database.readLatest(reader -> find(reader, image, secret)).isPresent();
    }

    /// Uses the secret up.
    ///
    /// @return whether it opened the image, and nobody else was faster
    public boolean use(Image image, String secret) {
        if (secret.isEmpty()) {
            return false;
        }
        var used =
                database.decide(reader -> {
                    var token = find(reader, image, secret);
                    return token.map(found -> new Decision<>(tokens.end(found), token))
                            .orElseGet(() -> Decision.unchanged(token));
                });
        used.ifPresent(tokens::tellEnded);
        return used.isPresent();
    }

    private Optional<Token> find(Reader reader, Image image, String secret) {
        var resources = Map.of("images", List.of(ImagesService.url(image)));
        return tokens.open(reader).stream()
                .filter(token -> token.resources().equals(resources))
                .filter(token -> same(token.text(SECRET), secret))
                .findFirst();
    }

    /// Takes the same time whatever is wrong.
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
