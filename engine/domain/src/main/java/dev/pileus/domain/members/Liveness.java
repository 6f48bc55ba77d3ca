package dev.pileus.domain.members;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/// How long each member has been silent, as this member was told by the leader's last heartbeat.
///
/// Heartbeats are not written to the database: a thousand members would mean a hundred writes a
/// second that say "as before". The leader tells everybody instead who is silent and for how long;
/// whoever is not named was heard in the same round. A member that hears no heartbeats itself sees
/// everybody grow silent, itself included: it cannot know. Safe for use by many threads.
public final class Liveness {
    private final InstantSource time;
    private volatile News news;

    /// Begins with everybody heard just now: a member that has just started knows nothing bad.
    public Liveness(InstantSource time) {
        this.time = time;
        this.news = new News(time.instant(), Map.of());
    }

    /// Takes the leader's word.
    ///
    /// @param silent members that did not answer, by id, and for how long
    public void told(Map<Long, Duration> silent) {
        news = new News(time.instant(), Map.copyOf(silent));
    }

    public Instant lastHeard(long member) {
        var known = news;
        return known.at().minus(known.silent().getOrDefault(member, Duration.ZERO));
    }

    public Duration silence(long member) {
        return Duration.between(lastHeard(member), time.instant());
    }

    public boolean isOnline(long member, Duration threshold) {
        return silence(member).compareTo(threshold) <= 0;
    }

    /// The members that the leader called silent.
    Set<Long> silent() {
        return news.silent().keySet();
    }

    private record News(Instant at, Map<Long, Duration> silent) {}
}
