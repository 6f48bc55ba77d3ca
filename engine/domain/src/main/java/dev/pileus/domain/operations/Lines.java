package dev.pileus.domain.operations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The lines by which clients talk to one operation. Each has a name, such as `0` or `control`, and
/// a secret that opens it once. Thread-safe.
public final class Lines implements AutoCloseable {
    private final Map<String, Door> doors = new HashMap<>();

    /// Puts them up.
    ///
    /// @param talks by name
    /// @param secrets makes one nobody can guess, each time
    public Lines(Map<String, Talk> talks, Supplier<String> secrets) {
        talks.forEach((name, talk) -> doors.put(name, new Door(secrets.get(), talk)));
    }

    /// By name. Never log them.
    public Map<String, String> secrets() {
        var secrets = new TreeMap<String, String>();
        doors.forEach((name, door) -> secrets.put(name, door.secret));
        return secrets;
    }

    /// Whether a line waits behind that secret.
    public boolean isOpenFor(String secret) {
        return door(secret).filter(door -> !door.taken.isDone()).isPresent();
    }

    private Optional<Door> door(String secret) {
        return doors.values().stream().filter(door -> door.opensWith(secret)).findFirst();
    }

    /// Lets a client talk; returns at once when the secret opens nothing any more.
    public void talk(String secret, Line line) throws InterruptedException {
        var door = door(secret);
        if (door.isPresent()) {
            door.get().talk(line);
        }
    }

    /// Waits until clients have taken these lines.
    ///
    /// @return whether they have, in time
    public boolean awaitTaken(Set<String> names, Duration patience) throws InterruptedException {
        return await(names, patience, door -> door.taken);
    }

    /// Waits until all has been said on these lines.
    ///
    /// @return whether it has, in time
    public boolean awaitDone(Set<String> names, Duration patience) throws InterruptedException {
        return await(names, patience, door -> door.done);
    }

    private boolean await(Set<String> names, Duration patience, Moment moment)
            throws InterruptedException {
        var moments =
                doors.entrySet().stream()
                        .filter(door -> names.contains(door.getKey()))
                        .map(door -> moment.of(door.getValue()))
                        .toList();
        try {
            CompletableFuture.allOf(moments.toArray(CompletableFuture<?>[]::new))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return moments.stream().allMatch(CompletableFuture::join);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Moments do not fail", e);
        }
    }

    /// A moment in the life of a door.
    @FunctionalInterface
    private interface Moment {
        CompletableFuture<Boolean> of(Door door);
    }

    /// Ends what is still being said; nobody gets in any more.
    @Override
    public void close() {
        doors.values().forEach(Door::close);
    }

    private static final class Door {
        private final String secret;
        private final Talk talk;
        private final CompletableFuture<Boolean> taken = new CompletableFuture<>();
        private final CompletableFuture<Boolean> done = new CompletableFuture<>();
        private @Nullable Thread talking;

        Door(String secret, Talk talk) {
            this.secret = secret;
            this.talk = talk;
        }

        /// In constant time: it is a password.
        boolean opensWith(String offered) {
            return MessageDigest.isEqual(
                    secret.getBytes(StandardCharsets.UTF_8),
                    offered.getBytes(StandardCharsets.UTF_8));
        }

        void talk(Line line) throws InterruptedException {
            synchronized (this) {
                if (taken.isDone()) {
                    return;
                }
                talking = Thread.currentThread();
                taken.complete(true);
            }
            try {
                talk.talk(line);
            } finally {
                synchronized (this) {
                    talking = null;
                    done.complete(true);
                }
            }
        }

        synchronized void close() {
            taken.complete(false);
            if (talking != null) {
                talking.interrupt();
            }
        }
    }
}
