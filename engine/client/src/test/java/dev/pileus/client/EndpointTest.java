package dev.pileus.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "https://node1, https://node1:8443",
        "https://Node1:443/, https://node1:443",
        "HTTPS://node1, https://node1:8443",
        "node1, https://node1:8443",
        "10.0.0.1:9443, https://10.0.0.1:9443",
        "https://[FD00::1], https://[fd00::1]:8443",
        "'[fd00::1]:9443', https://[fd00::1]:9443",
        "' https://node1 ', https://node1:8443",
    })
    void readsNetworkAddresses(String text, String canonical) {
        var endpoint = Endpoint.parse(text);
        assertThat(endpoint).isInstanceOf(Endpoint.Https.class).hasToString(canonical);
        assertThat(Endpoint.parse(endpoint.toString())).isEqualTo(endpoint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unix:/run/x.socket", "unix:///run/x.socket"})
    void readsSockets(String text) {
        assertThat(Endpoint.parse(text)).isEqualTo(new Endpoint.Unix(Path.of("/run/x.socket")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unix:",
                "unix://",
                "http://node1",
                "ftp://x",
                "https://",
                "https://:8443",
                "https://a b",
                "https://user@node1",
                "https://node1:0",
                "https://node1:99999",
                "::1"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Endpoint.parse(text));
    }

    @Test
    void writesSocketsAsTheyAreRead() {
        assertThat(Endpoint.parse("unix:/run/x")).hasToString("unix:/run/x");
    }
}
