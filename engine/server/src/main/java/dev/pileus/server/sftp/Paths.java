package dev.pileus.server.sftp;

import java.util.ArrayDeque;

/// Paths as texts.
final class Paths {
    private Paths() {}

    /// From `/`, without detours; links are left alone.
    static String absolute(String path) {
        var parts = new ArrayDeque<String>();
        for (var part : path.split("/", -1)) {
            switch (part) {
                case "", "." -> {}
                case ".." -> parts.pollLast();
                default -> parts.add(part);
            }
        }
        return "/" + String.join("/", parts);
    }
}
