package dev.pileus.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/// Listens to what this process writes on standard error: faults in the log, stack traces of
/// threads that died, of the screen's thread above all.
final class Complaints implements AutoCloseable {
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    private Complaints() {}

    static Complaints listen() {
        var listening = new Complaints();
        System.setErr(new PrintStream(listening.heard, true, UTF_8));
        return listening;
    }

    List<String> lines() {
        return heard.toString(UTF_8).lines().toList();
    }

    @Override
    public void close() {
        System.setErr(before);
        before.print(heard.toString(UTF_8));
    }
}
