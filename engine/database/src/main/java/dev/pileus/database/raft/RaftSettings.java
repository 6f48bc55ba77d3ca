package dev.pileus.database.raft;

import dev.pileus.database.migration.Migrations;
import dev.pileus.database.raft.wire.PeerTransport;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/// What a replicated database needs from its surroundings.
///
/// @param member this member's id, never another's before or after
/// @param folder belongs to the database alone; created when missing
/// @param random for ids that no other member may have by chance: a SecureRandom
public record RaftSettings(
        long member,
        Path folder,
        Migrations migrations,
        PeerTransport transport,
        PeerBook peers,
        RaftTiming timing,
        RandomGenerator random,
        LogKeeping log) {
    public RaftSettings(
            long member,
            Path folder,
            Migrations migrations,
            PeerTransport transport,
            PeerBook peers,
            RaftTiming timing,
            RandomGenerator random) {
        this(member, folder, migrations, transport, peers, timing, random, LogKeeping.DEFAULT);
    }
}
