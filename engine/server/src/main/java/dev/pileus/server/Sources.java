package dev.pileus.server;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/// Where time and chance come from; tests bring their own.
///
/// @param ids of operations and warnings
record Sources(InstantSource time, SecureRandom random, Supplier<UUID> ids) {
    static Sources ofThisHost() {
        return new Sources(InstantSource.system(), new SecureRandom(), UUID::randomUUID);
    }
}
