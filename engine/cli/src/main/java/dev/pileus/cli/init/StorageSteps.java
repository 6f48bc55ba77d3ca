package dev.pileus.cli.init;

import dev.pileus.api.NewStoragePool;
import dev.pileus.api.NewVolume;
import dev.pileus.api.StorageVolume;
import dev.pileus.cli.CommandException;
import dev.pileus.client.ServerApi;

/// The steps of a preseed that make pools and volumes.
final class StorageSteps {
    private final ServerApi member;

    StorageSteps(ServerApi member) {
        this.member = member;
    }

    Step pool(Preseed.PoolSeed seed) {
        return new Step(
                "set up storage pool " + seed.name(),
                () -> {
                    var present =
                            member.storagePools().list().stream()
                                    .filter(pool -> pool.name().equals(seed.name()))
                                    .findFirst();
                    if (present.isEmpty()) {
                        member.storagePools()
                                .create(
                                        new NewStoragePool(
                                                seed.name(),
                                                seed.driver(),
                                                seed.description(),
                                                seed.config()));
                        return;
                    }
                    if (!present.get().driver().equals(seed.driver())) {
                        throw new CommandException(
                                "it exists with driver " + present.get().driver());
                    }
                    member.storagePools()
                            .change(
                                    seed.name(),
                                    PreseedRun.patch(seed.description(), seed.config()));
                });
    }

    Step volume(Preseed.VolumeSeed seed) {
        return new Step(
                "set up volume %s of storage pool %s%s"
                        .formatted(seed.name(), seed.pool(), PreseedRun.in(seed.project())),
                () -> {
                    if (!seed.type().equals(StorageVolume.CUSTOM)) {
                        throw new CommandException(
                                "volumes of type "
                                        + seed.type()
                                        + " come with what they belong to");
                    }
                    var exists =
                            member.volumes().list(seed.project(), seed.pool()).stream()
                                    .anyMatch(volume -> volume.name().equals(seed.name()));
                    if (exists) {
                        member.volumes()
                                .change(
                                        seed.project(),
                                        seed.pool(),
                                        seed.name(),
                                        PreseedRun.patch(seed.description(), seed.config()));
                    } else {
                        member.volumes().create(seed.project(), seed.pool(), fresh(seed));
                    }
                });
    }

    private static NewVolume fresh(Preseed.VolumeSeed seed) {
        return new NewVolume(
                seed.name(),
                seed.type(),
                seed.contentType(),
                seed.description(),
                seed.config(),
                NewVolume.Source.NONE);
    }
}
