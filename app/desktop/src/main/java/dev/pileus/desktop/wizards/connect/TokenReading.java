package dev.pileus.desktop.wizards.connect;

import dev.pileus.api.InvalidTokenException;
import dev.pileus.api.JoinToken;
import dev.pileus.api.TrustToken;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.trust.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a pasted text turns out to be, while it is being pasted. Never holds the secret.
sealed interface TokenReading {
    /// The field is empty.
    record Nothing() implements TokenReading {}

    /// A token that may work.
    ///
    /// @param expiresAt empty when it never does
    record Usable(
            String client,
            List<String> addresses,
            Fingerprint fingerprint,
            Optional<Instant> expiresAt)
            implements TokenReading {
        public Usable {
            addresses = List.copyOf(addresses);
        }
    }

    record Unusable(Phrase why) implements TokenReading {}

    static TokenReading of(String text, Instant now) {
        if (text.isBlank()) {
            return new Nothing();
        }
        try {
            return read(text, now);
        } catch (InvalidTokenException notATrustToken) {
            return new Unusable(
                    Phrase.of(
                            "connect.token.garbage", String.valueOf(notATrustToken.getMessage())));
        }
    }

    private static TokenReading read(String text, Instant now) throws InvalidTokenException {
        var token = TrustToken.decode(text);
        var member = memberOfJoinToken(text);
        if (member.isPresent()) {
            return new Unusable(Phrase.of("connect.token.join", member.get()));
        }
        if (token.isExpired(now)) {
            var since = Duration.between(token.expiresAt(), now);
            return new Unusable(
                    Phrase.of(
                            "connect.token.expired",
                            new Phrase.FullMoment(token.expiresAt()),
                            since));
        }
        return fingerprint(token)
                .<TokenReading>map(fingerprint ->
                        new Usable(
                                token.clientName(),
                                token.addresses(),
                                fingerprint,
                                Optional.of(token.expiresAt())
                                        .filter(at -> !at.equals(TrustToken.NEVER))))
                .orElseGet(() -> new Unusable(Phrase.of("connect.token.noFingerprint")));
    }

    private static Optional<Fingerprint> fingerprint(TrustToken token) {
        try {
            return Optional.of(Fingerprint.parse(token.fingerprint()));
        } catch (IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    /// Tokens for new members look alike, and are often pasted here by mistake.
    private static Optional<String> memberOfJoinToken(String text) {
        try {
            return Optional.of(JoinToken.decode(text).serverName());
        } catch (InvalidTokenException notAJoinToken) {
            return Optional.empty();
        }
    }
}
