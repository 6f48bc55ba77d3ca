package dev.pileus.domain.instances.exec;

import dev.pileus.api.Json;
import dev.pileus.domain.operations.Line;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// What a client asks of a running command beside what it types: another size of the window, a
/// signal.
final class Control {
    private static final Duration LOOK_ROUND = Duration.ofSeconds(10);
    private static final int LARGEST_SIGNAL = 64;
    private static final int LARGEST_WINDOW = 0x7fff;

    private Control() {}

    /// Obeys until the line ends; what is not understood is left alone.
    static void obey(Line line, Execution execution) throws InterruptedException {
        while (line.isOpen()) {
            var message = line.receive(LOOK_ROUND);
            if (message.isPresent()) {
                if (message.get() instanceof Line.Message.Text(var text)) {
                    obey(text, execution);
                }
            } else if (line.isOpen()) {
                line.ping();
            }
        }
    }

    private static void obey(String text, Execution execution) {
        JsonNode order;
        try {
            order = Json.mapper().readTree(text);
        } catch (JacksonException e) {
            return;
        }
        switch (order.path("command").stringValue("")) {
            case "window-resize" -> {
                var columns = number(order.path("args").path("width"));
                var rows = number(order.path("args").path("height"));
                if (isWindow(columns) && isWindow(rows)) {
                    execution.resize(columns, rows);
                }
            }
            case "signal" -> {
                var signal = number(order.path("signal"));
                if (signal > 0 && signal <= LARGEST_SIGNAL) {
                    execution.signal(signal);
                }
            }
            default -> {}
        }
    }

    private static boolean isWindow(int size) {
        return size > 0 && size <= LARGEST_WINDOW;
    }

    /// Clients write numbers as texts, too; -1 for what is none.
    private static int number(JsonNode node) {
        try {
            return node.isInt() ? node.intValue() : Integer.parseInt(node.stringValue(""));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
