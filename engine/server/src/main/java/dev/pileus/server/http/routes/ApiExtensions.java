package dev.pileus.server.http.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What clients may rely on: the names in `api-extensions.txt`, each of which works.
public final class ApiExtensions {
    private ApiExtensions() {}

    public static List<String> all() {
        return Holder.NAMES;
    }

    private static final class Holder {
        static final List<String> NAMES = read();

        private static List<String> read() {
            try (var resource = ApiExtensions.class.getResourceAsStream("api-extensions.txt")) {
                if (resource == null) {
                    throw new IllegalStateException("api-extensions.txt is missing");
                }
                return new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(name -> !name.isEmpty())
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
