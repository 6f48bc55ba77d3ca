package dev.pileus.model.store;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.MemberStatus;
import dev.pileus.model.store.MemberImage.LoadSample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was learned of the members, beside what the list of members says. Thread-safe.
final class MemberBook {
    private static final Duration HISTORY = Duration.ofHours(1);
    private static final Duration SAMPLING = Duration.ofSeconds(15);

    private final Map<String, Page> pages = new HashMap<>();
    private List<ClusterMember> members = List.of();

    /// Takes over the newest list; members that left are forgotten.
    ///
    /// @return whether a member came, went, or has another status
    synchronized boolean seen(List<ClusterMember> now, Instant at) {
        var before = statuses(members);
        members = List.copyOf(now);
        pages.keySet().retainAll(now.stream().map(ClusterMember::serverName).toList());
        now.forEach(member -> page(member.serverName()).seen(member, at));
        return !before.equals(statuses(now));
    }

    private static Map<String, MemberStatus> statuses(List<ClusterMember> members) {
        var statuses = new HashMap<String, MemberStatus>();
        members.forEach(member -> statuses.put(member.serverName(), member.condition()));
        return statuses;
    }

    synchronized List<ClusterMember> members() {
        return members;
    }

    synchronized void loaded(String name, MemberLoad load, Instant at) {
        if (pages.containsKey(name)) {
            page(name).loaded(load, at);
        }
    }

    /// The member did not say how loaded it is.
    synchronized void silent(String name) {
        if (pages.containsKey(name)) {
            page(name).load = null;
        }
    }

    synchronized List<MemberImage> images() {
        return members.stream().map(member -> page(member.serverName()).image(member)).toList();
    }

    private Page page(String name) {
        return pages.computeIfAbsent(name, none -> new Page());
    }

    private static final class Page {
        private final Deque<LoadSample> history = new ArrayDeque<>();
        private @Nullable MemberLoad load;
        private @Nullable Instant silentSince;

        private void seen(ClusterMember member, Instant at) {
            if (member.condition() != MemberStatus.OFFLINE) {
                silentSince = null;
                return;
            }
            load = null;
            var first = silentSince == null ? at : silentSince;
            silentSince = HeartbeatMessage.silentSince(member.message()).orElse(first);
        }

        private void loaded(MemberLoad now, Instant at) {
            load = now;
            now.processorShare().ifPresent(share -> sample(share, at));
        }

        private void sample(double share, Instant at) {
            while (!history.isEmpty() && history.getFirst().at().isBefore(at.minus(HISTORY))) {
                history.removeFirst();
            }
            if (history.isEmpty() || !history.getLast().at().plus(SAMPLING).isAfter(at)) {
                history.addLast(new LoadSample(at, share));
            }
        }

        private MemberImage image(ClusterMember member) {
            return new MemberImage(
                    member,
                    Optional.ofNullable(load),
                    List.copyOf(history),
                    Optional.ofNullable(silentSince));
        }
    }
}
