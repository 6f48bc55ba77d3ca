package dev.pileus.model.plan;

import dev.pileus.api.MemberStatus;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.Link;
import dev.pileus.model.store.MemberImage;
import dev.pileus.model.store.UnreadPart;
import java.util.List;
import java.util.Optional;

/// Reads the database's condition from an image, now and after a member went.
final class QuorumReader {
    /// What servers say when there is no leader (CONTRACT 12.4); the only sign they give.
    private static final List<String> NO_LEADER =
            List.of(
                    "RAFT cluster is unavailable",
                    "no available cowsql leader",
                    "no available dqlite leader");

    private QuorumReader() {}

    static Quorum now(ClusterImage image) {
        if (!image.server().environment().serverClustered() && image.members().isEmpty()) {
            var state =
                    image.link() instanceof Link.Connected
                            ? Quorum.State.STANDALONE
                            : Quorum.State.UNKNOWN;
            return new Quorum(state, 0, 0, 0);
        }
        var counted = counted(image, List.of());
        var unread =
                image.unread().stream()
                        .filter(part -> part.part() == UnreadPart.Part.MEMBERS)
                        .findFirst();
        if (unread.isPresent() || !(image.link() instanceof Link.Connected)) {
            boolean lost =
                    unread.filter(part -> NO_LEADER.stream().anyMatch(part.reason()::contains))
                            .isPresent();
            var state = lost ? Quorum.State.LOST : Quorum.State.UNKNOWN;
            return new Quorum(state, counted.online(), counted.voters(), 0);
        }
        return counted.voters() == 0 ? new Quorum(Quorum.State.UNKNOWN, 0, 0, 0) : counted;
    }

    /// @param handsOver whether an evacuation takes the member's database role away
    static QuorumForecast forecast(ClusterImage image, String name, boolean handsOver) {
        var now = now(image);
        var member = image.member(name);
        boolean voter = member.map(found -> found.member().isVoter()).orElse(false);
        var successor = voter ? successor(image, name) : Optional.<MemberImage>empty();
        if (!now.holds() || !voter) {
            return new QuorumForecast(
                    now, now, now, Optional.empty(), leadership(image, name, handsOver));
        }
        boolean replacedFirst = handsOver && successor.isPresent();
        var ifDown = replacedFirst ? now : counted(image, List.of(name));
        return new QuorumForecast(
                now,
                now,
                ifDown,
                successor.map(MemberImage::name),
                leadership(image, name, handsOver));
    }

    private static QuorumForecast.Leadership leadership(
            ClusterImage image, String name, boolean handsOver) {
        var leader = image.leader();
        if (leader.isEmpty()) {
            return QuorumForecast.Leadership.UNKNOWN;
        }
        if (!leader.get().name().equals(name)) {
            return QuorumForecast.Leadership.ELSEWHERE;
        }
        return handsOver
                ? QuorumForecast.Leadership.MOVES_FIRST
                : QuorumForecast.Leadership.STAYS_HERE;
    }

    private static Quorum counted(ClusterImage image, List<String> down) {
        var voters = image.members().stream().filter(member -> member.member().isVoter()).toList();
        long online =
                voters.stream()
                        .filter(QuorumReader::answers)
                        .filter(member -> !down.contains(member.name()))
                        .count();
        return Quorum.counted((int) online, voters.size());
    }

    /// Who replaces a voter: a stand-by before a spare, the same failure domain before another
    /// (DESIGN: cluster rules; dqlite's role changes choose likewise).
    private static Optional<MemberImage> successor(ClusterImage image, String name) {
        var domain = image.member(name).map(member -> member.member().failureDomain()).orElse("");
        return image.members().stream()
                .filter(member -> !member.name().equals(name))
                .filter(member -> !member.member().isVoter())
                .filter(member -> member.condition() == MemberStatus.ONLINE)
                .min(
                        java.util.Comparator.comparing(
                                        (MemberImage member) -> !member.member().isStandby())
                                .thenComparing(
                                        member -> !member.member().failureDomain().equals(domain)));
    }

    /// An evacuated member's database goes on working.
    private static boolean answers(MemberImage member) {
        return member.condition() != MemberStatus.OFFLINE;
    }
}
