package dev.pileus.desktop;

import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.shell.Notice;
import dev.pileus.desktop.shell.Shell;
import dev.pileus.desktop.theme.Tone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Exceptions that nobody caught: logged with their trace, told to the user without it, and the
/// console goes on.
final class Mishaps implements Thread.UncaughtExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(Mishaps.class);
    private static final Notice NOTICE = Notice.of(Tone.DANGER, Phrase.of("shell.mishap"));

    private final Shell shell;

    Mishaps(Shell shell) {
        this.shell = shell;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        log.error("Unforeseen, in thread {}", thread.getName(), failure);
        FxThread.run(this::tell);
    }

    /// Once is enough, however many follow.
    private void tell() {
        if (!shell.notices().contains(NOTICE)) {
            shell.notices().add(NOTICE);
        }
    }
}
