package dev.pileus.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.api.ApiException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Expects a refusal with exactly this status and text.
public final class Refusals {
    private Refusals() {}

    public static void assertRefused(int status, String text, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> {
                            assertThat(refusal.text()).isEqualTo(text);
                            assertThat(refusal.status()).isEqualTo(status);
                        });
    }
}
