package dev.pileus.domain.volumes;

import dev.pileus.database.Database;
import dev.pileus.domain.ThisMember;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/// Gives the files of this member's custom volumes to other members.
public final class VolumeGiving {
    private final Database database;
    private final ThisMember here;
    private final VolumePlaces places;
    private final FolderStreams streams;

    public VolumeGiving(
            Database database, ThisMember here, VolumePlaces places, FolderStreams streams) {
        this.database = database;
        this.here = here;
        this.places = places;
        this.streams = streams;
    }

    /// Where a volume is.
    ///
    /// @param owner the project that owns it
    /// @param snapshot empty: as the volume is now
    /// @throws dev.pileus.api.ApiException 404
    public Path folder(String pool, String owner, String name, String snapshot) {
        var volume =
                database.readLatest(reader -> Volumes.on(reader, here.id(), pool, owner, name))
                        .orElseThrow(Volumes::unknown);
        return snapshot.isEmpty()
                ? places.of(volume)
                : places.snapshot(volume, VolumeSnapshotsService.known(volume, snapshot).name());
    }

    public void send(Path folder, OutputStream output) throws IOException {
        streams.send(folder, output);
    }
}
