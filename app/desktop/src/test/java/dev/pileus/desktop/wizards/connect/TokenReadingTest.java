package dev.pileus.desktop.wizards.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.JoinToken;
import dev.pileus.api.TrustToken;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.trust.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenReadingTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String HEX = "ab".repeat(32);

    @Test
    void saysWhatATokenHolds() {
        var text = token(HEX, NOW.plusSeconds(60));
        assertThat(TokenReading.of(text, NOW))
                .isEqualTo(
                        new TokenReading.Usable(
                                "laptop",
                                List.of("10.0.0.1:8443"),
                                new Fingerprint(HEX),
                                Optional.of(NOW.plusSeconds(60))));
    }

    @Test
    void neverHoldsTheSecret() {
        assertThat(TokenReading.of(token(HEX, TrustToken.NEVER), NOW).toString())
                .doesNotContain("s3cret");
    }

    @Test
    void readsATokenThatWasWrappedWhenItWasCopied() {
        var text = token(HEX, TrustToken.NEVER);
        var wrapped = " " + text.substring(0, 40) + "\n  " + text.substring(40) + "\n";
        assertThat(TokenReading.of(wrapped, NOW)).isInstanceOf(TokenReading.Usable.class);
    }

    @Test
    void saysAtOnceThatATokenExpired() {
        assertThat(why(token(HEX, NOW.minusSeconds(90)))).isEqualTo("connect.token.expired");
    }

    @Test
    void saysThatATextIsNoToken() {
        assertThat(why("certainly not")).isEqualTo("connect.token.garbage");
        assertThat(why("e30=")).isEqualTo("connect.token.garbage");
        assertThat(why(token("zz", NOW.plusSeconds(60)))).isEqualTo("connect.token.noFingerprint");
    }

    @Test
    void recognisesATokenForANewMember() {
        var join =
                new JoinToken(
                        "node4", HEX, List.of("10.0.0.1:8443"), "s3cret", NOW.plusSeconds(60));
        assertThat(why(join.encode())).isEqualTo("connect.token.join");
    }

    @Test
    void saysNothingOfAnEmptyField() {
        assertThat(TokenReading.of(" \n", NOW)).isEqualTo(new TokenReading.Nothing());
    }

    private static String why(String text) {
        var unusable = (TokenReading.Unusable) TokenReading.of(text, NOW);
        return ((Phrase.Keyed) unusable.why()).key();
    }

    private static String token(String fingerprint, Instant expiry) {
        return new TrustToken("laptop", fingerprint, List.of("10.0.0.1:8443"), "s3cret", expiry)
                .encode();
    }
}
