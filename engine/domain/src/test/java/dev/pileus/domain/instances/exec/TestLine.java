package dev.pileus.domain.instances.exec;

import dev.pileus.domain.operations.Line;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A client's end of a line.
final class TestLine implements Line {
    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<Message> said = new LinkedBlockingQueue<>();
    private final CompletableFuture<Boolean> closed = new CompletableFuture<>();

    TestLine say(String text) {
        said.add(new Message.Bytes(StandardCharsets.UTF_8.encode(text)));
        return this;
    }

    TestLine order(String json) {
        said.add(new Message.Text(json));
        return this;
    }

    TestLine sayEnd() {
        return order("");
    }

    void hangUp() {
        closed.complete(true);
    }

    @Override
    public void send(ByteBuffer bytes) throws InterruptedException {
        if (!isOpen()) {
            throw new InterruptedException("the client is gone");
        }
        heard.add(StandardCharsets.UTF_8.decode(bytes).toString());
    }

    @Override
    public void sendEnd() {
        heard.add("");
        hangUp();
    }

    @Override
    public void ping() {
        // nobody minds
    }

    @Override
    public Optional<Message> receive(Duration patience) throws InterruptedException {
        return Optional.ofNullable(said.poll(10, TimeUnit.MILLISECONDS));
    }

    @Override
    public boolean isOpen() {
        return !closed.isDone() || !said.isEmpty();
    }

    @Override
    public void onClose(Runnable action) {
        var chained = closed.thenRun(action);
        assert !chained.isCancelled() : "nobody cancels it";
    }
}
