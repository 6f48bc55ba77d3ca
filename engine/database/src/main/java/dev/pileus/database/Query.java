package dev.pileus.database;

/// Questions that belong together. On a member with a replica all of them see one moment; on a
/// member without one each [Reader#select] sees a moment of its own, in order.
@FunctionalInterface
public interface Query<T> {
    T ask(Reader reader);
}
