package dev.pileus.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeerExtensionTest {
    private static final Optional<String> MISSING =
            Optional.of("Incus is not installed: apt-get install incus");

    @Test
    void runsWhenNothingIsMissing() {
        assertThat(PeerExtension.verdict(Optional.empty(), true).isDisabled()).isFalse();
    }

    @Test
    void skipsVisiblyWithTheCommandThatInstallsThePeer() {
        var verdict = PeerExtension.verdict(MISSING, false);

        assertThat(verdict.isDisabled()).isTrue();
        assertThat(verdict.getReason()).isEqualTo(MISSING);
    }

    @Test
    void failsInsteadOfSkippingWhereEverythingMustRun() {
        assertThatThrownBy(() -> PeerExtension.verdict(MISSING, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Incus is not installed: apt-get install incus");
    }
}
