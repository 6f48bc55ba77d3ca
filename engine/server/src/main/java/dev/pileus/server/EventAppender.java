package dev.pileus.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.LogLine;
import java.util.Map;
import org.slf4j.LoggerFactory;

/// Passes the log on as events of type `logging`.
final class EventAppender extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final EventHub events;
    private final Logger root;

    private EventAppender(EventHub events, Logger root) {
        this.events = events;
        this.root = root;
    }

    static EventAppender attach(EventHub events) {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var appender = new EventAppender(events, root);
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
        return appender;
    }

    @Override
    protected void append(ILoggingEvent line) {
        events.tell(
                new LogLine(
                        level(line.getLevel()),
                        line.getFormattedMessage(),
                        Map.of("logger", line.getLoggerName())));
    }

    private static String level(Level level) {
        return switch (level.toInt()) {
            case Level.ERROR_INT -> "error";
            case Level.WARN_INT -> "warning";
            case Level.INFO_INT -> "info";
            default -> "debug";
        };
    }

    @Override
    public void close() {
        root.detachAppender(this);
        stop();
    }
}
