package dev.pileus.database;

/// Ends what it stands for; a second call does nothing.
@FunctionalInterface
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
