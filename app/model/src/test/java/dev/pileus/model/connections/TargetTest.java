package dev.pileus.model.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pileus.client.Endpoint;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @Test
    void readsTheAddressOfASocket() {
        assertThat(Target.parse("unix:/run/incus/unix.socket"))
                .isEqualTo(
                        new Target.Address(new Endpoint.Unix(Path.of("/run/incus/unix.socket"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://n1", "https://n1:8443", " https://N1:8443 ", "n1:8443"})
    void readsTheAddressOfAServer(String text) {
        assertThat(Target.parse(text))
                .isEqualTo(new Target.Address(new Endpoint.Https("n1", 8443)));
    }

    @Test
    void readsAnAddressOfTheSixthVersion() {
        assertThat(Target.parse("[fd00::1]:9443"))
                .isEqualTo(new Target.Address(new Endpoint.Https("fd00::1", 9443)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prod", "prod:", " prod "})
    void takesEverythingElseForAName(String text) {
        assertThat(Target.parse(text)).isEqualTo(new Target.Name("prod"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "http://n1:8443", "a/b", "two words", "unix:"})
    void refusesWhatIsNeither(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Target.parse(text));
    }
}
