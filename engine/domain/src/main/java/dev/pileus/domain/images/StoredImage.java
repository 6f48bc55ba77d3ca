package dev.pileus.domain.images;

import dev.pileus.api.Image;
import java.util.Set;

/// An image as it is in the database.
///
/// @param members rows in `nodes` of those that hold its files
/// @param revision grows with every change
record StoredImage(long id, Image image, Set<Long> members, long revision) {
    StoredImage {
        members = Set.copyOf(members);
    }

    String fingerprint() {
        return image.fingerprint();
    }
}
