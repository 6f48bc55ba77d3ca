package dev.pileus.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenCodecTest {
    private static final Instant EXPIRY = Instant.parse("2026-11-20T18:43:42.473118123Z");
    private static final JoinToken JOIN =
            new JoinToken("m2", "de9d", List.of("127.0.0.1:9643"), "f409", EXPIRY);

    @Test
    void writesJoinTokensAsTheStockClientsDo() {
        assertThat(json(JOIN.encode()))
                .isEqualTo(
                        "{\"server_name\":\"m2\",\"fingerprint\":\"de9d\","
                                + "\"addresses\":[\"127.0.0.1:9643\"],\"secret\":\"f409\","
                                + "\"expires_at\":\"2026-11-20T18:43:42.473118123Z\"}");
    }

    @Test
    void writesTrustTokensWithoutExpiryWithTheZeroTime() {
        var token = new TrustToken("zz", "de9d", List.of("h:1"), "b65b", TrustToken.NEVER);
        assertThat(json(token.encode()))
                .startsWith("{\"client_name\":\"zz\",")
                .endsWith("\"expires_at\":\"0001-01-01T00:00:00Z\"}");
        assertThat(token.isExpired(EXPIRY)).isFalse();
    }

    @Test
    void readsItsOwnTokensThroughLineBreaks() throws InvalidTokenException {
        var wrapped = JOIN.encode().replaceAll("(.{20})", "$1\n ");
        assertThat(JoinToken.decode(wrapped)).isEqualTo(JOIN);
    }

    @Test
    void refusesGarbageWithoutRepeatingIt() {
        assertThatThrownBy(() -> JoinToken.decode("s3cret!"))
                .isInstanceOf(InvalidTokenException.class)
                .hasMessage("The token is not base64");
        assertThatThrownBy(() -> TrustToken.decode(base64("s3cret")))
                .isInstanceOf(InvalidTokenException.class)
                .hasMessage("The token holds no readable JSON");
        assertThatThrownBy(() -> TrustToken.decode("")).isInstanceOf(InvalidTokenException.class);
    }

    @Test
    void saysWhichPartOfATokenIsMissing() {
        assertThatThrownBy(() -> JoinToken.decode(base64("{\"server_name\":\"m2\"}")))
                .hasMessage("The token has no member addresses");
    }

    @Test
    void knowsWhenItExpires() {
        assertThat(JOIN.isExpired(EXPIRY.plusSeconds(1))).isTrue();
        assertThat(JOIN.isExpired(EXPIRY.minusSeconds(1))).isFalse();
    }

    @Test
    void keepsSecretsOutOfItsText() {
        assertThat(JOIN.toString()).doesNotContain("f409");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(String token) {
        return new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
    }
}
