package dev.pileus.domain.moves;

/// The files of an instance on a member where it does not live: not yet, or no longer.
///
/// @param instance its row in `instances`, which may be gone
/// @param member where the files are
/// @param attempt the move that it comes from
/// @param handle what the files are called there
/// @param arriving whether the instance is about to live there; otherwise they are to be taken away
record Copy(
        long instance, long member, String attempt, String pool, String handle, boolean arriving) {
    /// What is left where the instance was, once it lives where this copy is.
    Copy leftOn(long home) {
        return new Copy(instance, home, attempt, pool, handle, false);
    }
}
