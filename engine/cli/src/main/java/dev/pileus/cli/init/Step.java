package dev.pileus.cli.init;

/// One thing to do for a preseed.
///
/// @param what for people, such as `create storage pool local`
/// @param action throws what the server refuses
record Step(String what, Runnable action) {}
