package dev.pileus.model.store;

import dev.pileus.model.store.UnreadPart.Part;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Reads one part and puts it into the image, or notes why it could not be read; the last known
/// values stay.
final class PartReader implements Runnable {
    private final Board board;
    private final Part part;
    private final Supplier<Consumer<Draft>> read;
    private final BiConsumer<Draft, Trouble> failed;
    private final Runnable done;

    /// @param read blocks; what it returns is done with the next image
    /// @param failed what else a failure means
    /// @param done called after every attempt
    PartReader(
            Board board,
            Part part,
            Supplier<Consumer<Draft>> read,
            BiConsumer<Draft, Trouble> failed,
            Runnable done) {
        this.board = board;
        this.part = part;
        this.read = read;
        this.failed = failed;
        this.done = done;
    }

    @Override
    public void run() {
        try {
            var change = read.get();
            board.change(draft -> {
                change.accept(draft);
                draft.read(part);
            });
        } catch (TroubleException failure) {
            if (Thread.currentThread().isInterrupted()) {
                return; // closed
            }
            var trouble = failure.trouble();
            board.change(draft -> {
                draft.unread(part, trouble.words());
                failed.accept(draft, trouble);
            });
        }
        done.run();
    }
}
