package dev.pileus.domain.instances.files;

import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.instances.Guest;
import dev.pileus.domain.instances.Pids;

/// The files of the instances of this member. Thread-safe.
public final class FilesService {
    private final Pids pids;
    private final FileTrees trees;
    private final EventHub events;

    public FilesService(Pids pids, FileTrees trees, EventHub events) {
        this.pids = pids;
        this.trees = trees;
        this.events = events;
    }

    /// Opens all files of an instance.
    public FileTree open(Guest guest) {
        return trees.open(guest.rootfs(), () -> pids.pid(guest.handle()));
    }

    /// Tells that a client has done something with a file.
    public void tell(Done done, Guest guest, String path) {
        events.tell(Happening.of(done.action, guest.url()).in(guest.project()).with("path", path));
    }

    /// What can be done with a file.
    public enum Done {
        RETRIEVED("instance-file-retrieved"),
        PUSHED("instance-file-pushed"),
        DELETED("instance-file-deleted");

        private final String action;

        Done(String action) {
            this.action = action;
        }
    }
}
