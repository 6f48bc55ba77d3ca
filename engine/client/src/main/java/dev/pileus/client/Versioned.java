package dev.pileus.client;

/// An object together with the ETag of its writable part. Giving the ETag back with a change makes
/// the server refuse (412) when somebody else was faster.
public record Versioned<T>(T value, String etag) {}
