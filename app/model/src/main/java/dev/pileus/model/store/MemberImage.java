package dev.pileus.model.store;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.MemberStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One member as the console knows it.
///
/// @param load empty while unknown: the member does not answer, or the server cannot tell
/// @param loadHistory one-minute load per processor (0 idle, 1 all busy), oldest first, at most an
///   hour
/// @param silentSince when the member is offline: since when, by the server's heartbeat message or,
///   where that tells nothing, when the console first saw it offline
public record MemberImage(
        ClusterMember member,
        Optional<MemberLoad> load,
        List<LoadSample> loadHistory,
        Optional<Instant> silentSince) {
    public MemberImage {
        loadHistory = List.copyOf(loadHistory);
    }

    public String name() {
        return member.serverName();
    }

    public MemberStatus condition() {
        return member.condition();
    }

    /// The load at one moment, per processor.
    public record LoadSample(Instant at, double load) {}
}
