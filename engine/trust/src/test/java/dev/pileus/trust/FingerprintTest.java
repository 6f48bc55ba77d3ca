package dev.pileus.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {
    private static final String HEX = "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @ValueSource(strings = {"", "SHA256:", "sha-256 = ", " SHA256 : "})
    void readsWhatPeopleWrite(String label) {
        var withColons = HEX.toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
        assertThat(Fingerprint.parse(label + withColons)).isEqualTo(new Fingerprint(HEX));
        assertThat(Fingerprint.parse(label + HEX + "\n")).isEqualTo(new Fingerprint(HEX));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123", "sha1:", "zz"})
    void refusesWhatIsNoFingerprint(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Fingerprint.parse(text));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fingerprint.parse(text + HEX.substring(8)));
    }

    @Test
    void shortensToTwelveDigits() {
        assertThat(new Fingerprint(HEX).shortForm()).isEqualTo("0123456789ab");
        assertThat(new Fingerprint(HEX)).hasToString(HEX);
    }
}
