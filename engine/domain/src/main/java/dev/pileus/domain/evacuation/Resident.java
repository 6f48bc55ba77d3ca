package dev.pileus.domain.evacuation;

import dev.pileus.domain.instances.StoredInstance;
import dev.pileus.domain.placement.Need;

/// An instance of a member that is to be evacuated.
///
/// @param up whether there is anything to stop
/// @param movable whether its devices are there on other members as well
/// @param need of the member that takes it
record Resident(StoredInstance instance, boolean up, boolean movable, Need need) {}
