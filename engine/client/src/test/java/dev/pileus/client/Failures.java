package dev.pileus.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Asserts about what went wrong.
final class Failures {
    private Failures() {}

    static ClientException of(ThrowingCallable call) {
        var failure = catchThrowableOfType(ClientException.class, call);
        assertThat(failure).as("a ClientException").isNotNull();
        return failure;
    }

    static <T extends Failure> T of(Class<T> kind, ThrowingCallable call) {
        var failure = of(call).failure();
        assertThat(failure).isInstanceOf(kind);
        return kind.cast(failure);
    }
}
