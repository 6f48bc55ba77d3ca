package dev.pileus.server.http.routes;

import org.jspecify.annotations.Nullable;

/// What an object is renamed to.
record NewName(@Nullable String name) {
    String text() {
        return name == null ? "" : name;
    }
}
