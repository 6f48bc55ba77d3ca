package dev.pileus.server.members;

import dev.pileus.server.members.BeatDocument.HolderDocument;
import java.util.List;
import java.util.UUID;

/// What a newcomer is given when a place is kept for it.
///
/// @param id its own from now on
/// @param group of the cluster's database
/// @param database who holds it
/// @param certificate PEM of what all members present
/// @param key PEM; never log it
record JoinDocument(
        long id, UUID group, List<HolderDocument> database, String certificate, String key) {
    JoinDocument {
        database = List.copyOf(database);
    }

    @Override
    public String toString() {
        return "JoinDocument[" + id + "]";
    }
}
