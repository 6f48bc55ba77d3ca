package dev.pileus.domain.moves;

import dev.pileus.api.ApiException;
import dev.pileus.database.Database;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.instances.InstanceWork;
import dev.pileus.domain.instances.Pools;
import dev.pileus.domain.instances.Volume;
import dev.pileus.domain.instances.VolumeFolders;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Takes in what other members send: copies that are not instances yet.
public final class Arrivals {
    private static final Pattern SNAPSHOT = Pattern.compile("[^/\\s.][^/\\s]*");

    private final Database database;
    private final ThisMember here;
    private final InstanceWork work;
    private final Pools pools;
    private final VolumeFolders folders;
    private final FreightStreams streams;

    public Arrivals(
            Database database,
            ThisMember here,
            InstanceWork work,
            Pools pools,
            VolumeFolders folders,
            FreightStreams streams) {
        this.database = database;
        this.here = here;
        this.work = work;
        this.pools = pools;
        this.folders = folders;
        this.streams = streams;
    }

    /// Receives a folder.
    ///
    /// @param snapshot empty for the instance itself, which comes first
    /// @return what has arrived, and lies safely on the disk
    /// @throws ApiException 404 when no such move is under way, or no longer
    public Receipt receive(String attempt, String snapshot, InputStream stream)
            throws InterruptedException {
        var measured = new Measured(stream, count -> {});
        var expected = expected(attempt);
        work.alone(
                expected.instance(),
                () -> {
                    // it may have been given up in the meantime
                    var copy = expected(attempt);
                    streams.unpack(measured, place(copy, snapshot));
                });
        return measured.receipt();
    }

    private Copy expected(String attempt) {
        return database.readLatest(reader -> CopiesRepository.find(reader, attempt, here.id()))
                .filter(Copy::arriving)
                .orElseThrow(() -> new ApiException(404, "No such move is under way"));
    }

    private Path place(Copy copy, String snapshot) {
        var volume = new Volume(pools.place(copy.pool()), copy.handle());
        if (snapshot.isEmpty()) {
            folders.delete(volume.snapshots());
            folders.delete(volume.folder());
            return volume.folder();
        }
        if (!SNAPSHOT.matcher(snapshot).matches()) {
            throw new ApiException(400, "Invalid snapshot name");
        }
        folders.delete(volume.snapshot(snapshot));
        return volume.snapshot(snapshot);
    }
}
