package dev.pileus.domain.instances;

import dev.pileus.api.InstanceUpdate;
import java.util.Optional;

/// An instance that somebody wants, worked out so far that only its home is missing.
///
/// @param image what it is made from, where that is an image
/// @param copied the instance it is a copy of
/// @param snapshot of the instance that it is a copy of; empty: as it is now
record Draft(
        String name,
        InstanceUpdate own,
        Optional<BaseImage> image,
        Optional<StoredInstance> copied,
        String snapshot) {}
