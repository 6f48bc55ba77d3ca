package dev.pileus.model.store;

/// What a subscriber is told: the newest image and how it differs from the one this subscriber was
/// told before. The first one comes at once and differs from [ClusterImage#nothing()].
public record ClusterUpdate(ClusterImage image, ClusterDelta delta) {}
