package dev.pileus.model.operations;

import dev.pileus.api.Operation;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Reads what servers tell of progress in an operation's metadata: `progress` with numbers as text
/// (`{"percent":"42","speed":"34655812"}`), or texts such as `rootfs: 42% (34.66MB/s)`.
final class ProgressReader {
    private static final String PROGRESS = "progress";
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})%");
    private static final double HUNDRED = 100;

    private ProgressReader() {}

    static OptionalDouble share(Operation operation) {
        var percent = number(operation, "percent");
        if (percent.isPresent()) {
            return share(percent.getAsLong());
        }
        var text = PERCENT.matcher(operation.progress());
        return text.find() ? share(Long.parseLong(text.group(1))) : OptionalDouble.empty();
    }

    static OptionalLong bytesPerSecond(Operation operation) {
        return number(operation, "speed");
    }

    private static OptionalDouble share(long percent) {
        return OptionalDouble.of(Math.clamp(percent / HUNDRED, 0, 1));
    }

    private static OptionalLong number(Operation operation, String key) {
        var progress = operation.metadata().get(PROGRESS);
        if (progress == null) {
            return OptionalLong.empty();
        }
        try {
            var text = progress.path(key).asString("");
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }
}
