package dev.pileus.model.store;

/// One thing that is in two images with different content.
public record Change<T>(T before, T after) {}
