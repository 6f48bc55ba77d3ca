package dev.pileus.domain.evacuation;

import dev.pileus.domain.instances.StoredInstance;

/// A piece of an evacuation.
record Step(StoredInstance instance, Fate fate) {}
