package dev.pileus.domain.events;

import java.util.Map;

/// A line of the log, as events of type `logging` tell it.
///
/// @param level `debug`, `info`, `warning` or `error`
public record LogLine(String level, String message, Map<String, String> context) {
    public LogLine {
        context = Map.copyOf(context);
    }
}
