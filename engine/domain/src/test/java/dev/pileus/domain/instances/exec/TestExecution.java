package dev.pileus.domain.instances.exec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/// A command that says what it has read, once it has read the end.
final class TestExecution implements Execution {
    final List<String> orders = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final CountDownLatch inputEnded = new CountDownLatch(1);
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    void exit(int code) {
        exit.complete(code);
    }

    @Override
    public void carryOutput(Sink sink) throws InterruptedException {
        inputEnded.await();
        sink.take(StandardCharsets.UTF_8.encode("read " + read.toString(StandardCharsets.UTF_8)));
        exit(0);
    }

    @Override
    public void carryErrors(Sink sink) throws InterruptedException {
        sink.take(StandardCharsets.UTF_8.encode("oh"));
    }

    @Override
    public void write(ByteBuffer bytes) {
        read.writeBytes(
                StandardCharsets.UTF_8.decode(bytes).toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void closeInput() {
        inputEnded.countDown();
    }

    @Override
    public int await() throws InterruptedException {
        try {
            return exit.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public OptionalInt await(Duration patience) {
        return exit.isDone() ? OptionalInt.of(exit.join()) : OptionalInt.empty();
    }

    @Override
    public void signal(int number) {
        orders.add("signal " + number);
    }

    @Override
    public void resize(int columns, int rows) {
        orders.add("size " + columns + "x" + rows);
    }

    @Override
    public void end() {
        orders.add("end");
        exit(129);
        closeInput();
    }

    @Override
    public void close() {
        orders.add("close");
    }
}
