package dev.pileus.domain.instances;

import dev.pileus.api.InstanceSnapshot;
import dev.pileus.api.InstanceUpdate;
import java.time.Instant;

/// A snapshot as it is in the database.
///
/// @param instance a row of `instances`
/// @param content what the instance was
/// @param expiresAt [InstanceSnapshot#NEVER] when it stays
/// @param revision grows with every change
public record StoredSnapshot(
        long id,
        long instance,
        String name,
        InstanceUpdate content,
        Instant createdAt,
        Instant expiresAt,
        long revision) {
    /// As clients see it. What its profiles gave the instance is not kept.
    InstanceSnapshot shown() {
        return new InstanceSnapshot(
                name,
                content.architecture(),
                content.config(),
                content.devices(),
                content.ephemeral(),
                content.config(),
                content.devices(),
                content.profiles(),
                content.stateful(),
                createdAt,
                expiresAt,
                Instant.EPOCH,
                content.description(),
                -1);
    }
}
