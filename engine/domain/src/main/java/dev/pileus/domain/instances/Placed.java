package dev.pileus.domain.instances;

/// A new instance that has its place, and nothing else yet.
///
/// @param instance on the member that makes it
/// @param destination the member that gets it afterwards; empty: it stays
public record Placed(StoredInstance instance, String destination) {}
