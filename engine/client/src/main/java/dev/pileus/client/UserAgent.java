package dev.pileus.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// How this client introduces itself: `pileus/VERSION`. Servers take some other names for a member
/// of their own cluster.
final class UserAgent {
    static final String TEXT = read();

    private UserAgent() {}

    private static String read() {
        try (var text = UserAgent.class.getResourceAsStream("user-agent.txt")) {
            if (text == null) {
                throw new IllegalStateException("user-agent.txt is missing in this build");
            }
            return new String(text.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
