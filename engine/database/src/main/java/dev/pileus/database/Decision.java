package dev.pileus.database;

/// What somebody wants to write after having read, and what to answer once it is written.
///
/// @param batch empty when nothing has to change
public record Decision<T>(Batch batch, T result) {
    /// Nothing has to change.
    public static <T> Decision<T> unchanged(T result) {
        return new Decision<>(Batch.empty(), result);
    }
}
