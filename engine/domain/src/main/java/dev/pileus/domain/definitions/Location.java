package dev.pileus.domain.definitions;

/// A member, as far as definitions need to know it.
///
/// @param id its row in `nodes`
/// @param address `host:port` where other members reach it
public record Location(long id, String name, String address) {}
