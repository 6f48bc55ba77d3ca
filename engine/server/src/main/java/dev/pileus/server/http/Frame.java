package dev.pileus.server.http;

import org.jspecify.annotations.Nullable;

/// The envelope as it is written: always all seven keys, in this order.
record Frame(
        String type,
        String status,
        int statusCode,
        String operation,
        int errorCode,
        String error,
        @Nullable Object metadata) {
    static Frame sync(@Nullable Object metadata) {
        return new Frame("sync", "Success", 200, "", 0, "", metadata);
    }

    static Frame async(String operation, Object metadata) {
        return new Frame("async", "Operation created", 100, operation, 0, "", metadata);
    }

    static Frame error(int code, String text) {
        return new Frame("error", "", 0, "", code, text, null);
    }
}
