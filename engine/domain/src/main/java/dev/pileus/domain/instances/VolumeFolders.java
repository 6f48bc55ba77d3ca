package dev.pileus.domain.instances;

import java.nio.file.Path;

/// Whole folders of instances on this member's disks. What cannot be done is an
/// [dev.pileus.api.ApiException].
public interface VolumeFolders {
    /// Makes an empty folder that guests' users can go through; one that is there is emptied.
    void make(Path folder);

    /// Copies a folder with everything in it: owners, modes, links, attributes and devices.
    ///
    /// @param to does not exist; half of it is removed again when this fails
    void copy(Path from, Path to) throws InterruptedException;

    /// Gives a folder another name in the same pool.
    void move(Path from, Path to);

    /// Removes a folder with everything in it; none is fine.
    void delete(Path folder);

    boolean exists(Path folder);
}
