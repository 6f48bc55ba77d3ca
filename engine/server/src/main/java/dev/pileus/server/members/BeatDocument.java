package dev.pileus.server.members;

import dev.pileus.domain.members.Beat;
import dev.pileus.domain.members.roles.DatabaseRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// A heartbeat on the wire.
///
/// @param group the id of the leader's database: members that go on with the old one, while this
///   one was recovered from the loss of its majority, are none of its members until they follow
/// @param silent milliseconds by member id
record BeatDocument(
        UUID group, long leader, List<HolderDocument> database, Map<Long, Long> silent) {
    BeatDocument {
        database = List.copyOf(database);
        silent = Map.copyOf(silent);
    }

    static BeatDocument of(UUID group, Beat beat) {
        return new BeatDocument(
                group,
                beat.leader(),
                beat.database().stream().map(HolderDocument::of).toList(),
                beat.silent().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        silence -> silence.getValue().toMillis())));
    }

    Beat beat() {
        return new Beat(
                leader,
                database.stream().map(HolderDocument::holder).toList(),
                silent.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        silence -> Duration.ofMillis(silence.getValue()))));
    }

    /// A member that holds the database.
    record HolderDocument(long id, String name, String address, int role) {
        static HolderDocument of(Beat.Holder holder) {
            return new HolderDocument(
                    holder.id(), holder.name(), holder.address(), holder.role().number());
        }

        Beat.Holder holder() {
            return new Beat.Holder(id, name, address, DatabaseRole.of(role));
        }
    }
}
