package dev.pileus.desktop.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientsTest {
    private static final String KNOWN = "5f3a".repeat(16);
    private static final String NAMELESS = "07de".repeat(16);

    private final Clients clients =
            Clients.of(List.of(certificate("alice-laptop", KNOWN), certificate("", NAMELESS)));

    @Test
    void callsAClientByTheNameOfItsCertificate() {
        assertThat(clients.name(KNOWN)).isEqualTo("alice-laptop");
    }

    @Test
    void showsTheBeginningOfAFingerprintWithoutAName() {
        assertThat(clients.name(NAMELESS)).isEqualTo("07de07de07de");
        assertThat(clients.name("91bc".repeat(16))).isEqualTo("91bc91bc91bc");
    }

    @Test
    void leavesOtherNamesAlone() {
        assertThat(clients.name("root")).isEqualTo("root");
    }

    private static Certificate certificate(String name, String fingerprint) {
        return new Certificate(name, "client", false, List.of(), "", "", fingerprint);
    }
}
