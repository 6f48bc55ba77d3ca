package dev.pileus.domain.moves;

/// What came through a stream.
///
/// @param sha256 in hex
public record Receipt(String sha256, long bytes) {}
