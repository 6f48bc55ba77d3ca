package dev.pileus.domain.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.api.ApiException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

final class Refused {
    private Refused() {}

    static void assertRefused(int status, String text, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> {
                            assertThat(refusal.text()).isEqualTo(text);
                            assertThat(refusal.status()).isEqualTo(status);
                        });
    }
}
