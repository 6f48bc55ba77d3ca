package dev.pileus.model.plan;

import dev.pileus.api.MemberStatus;
import dev.pileus.model.plan.QuorumForecast.Leadership;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.Link;
import dev.pileus.model.store.MemberImage;
import dev.pileus.model.store.UnreadPart;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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
        boolean connected = image.link() instanceof Link.Connected;
        if (connected && !image.cluster().enabled() && image.members().isEmpty()) {
            return new Quorum(Quorum.State.STANDALONE, 0, 0, 0);
        }
        var counted = counted(image, _ -> true);
        var unread = unread(image);
        if (unread.filter(QuorumReader::tellsOfNoLeader).isPresent()) {
            return new Quorum(Quorum.State.LOST, counted.online(), counted.voters(), 0);
        }
        return connected && unread.isEmpty() && counted.voters() > 0
                ? counted
                : new Quorum(Quorum.State.UNKNOWN, counted.online(), counted.voters(), 0);
    }

    private static Optional<UnreadPart> unread(ClusterImage image) {
        return image.unread().stream()
                .filter(part -> part.part() == UnreadPart.Part.MEMBERS)
                .findFirst();
    }

    private static boolean tellsOfNoLeader(UnreadPart part) {
        return NO_LEADER.stream().anyMatch(part.reason()::contains);
    }

    /// What becomes of the database.
    ///
    /// @param handsOver whether an evacuation takes the member's database role away
    static QuorumForecast forecast(ClusterImage image, String name, boolean handsOver) {
        var now = now(image);
        var leadership = leadership(image, name, handsOver);
        boolean voter = image.member(name).filter(one -> one.member().isVoter()).isPresent();
        if (!now.holds() || !voter) {
            return new QuorumForecast(now, now, now, Optional.empty(), leadership);
        }
        var successor = new VoterGuard(image, name).successor().map(MemberImage::name);
        var down = counted(image, one -> !one.name().equals(name));
        if (!handsOver) {
            return new QuorumForecast(now, now, down, successor, leadership);
        }
        var afterwards =
                successor.isPresent() ? now : Quorum.counted(down.online(), down.voters() - 1);
        return new QuorumForecast(now, afterwards, afterwards, successor, leadership);
    }

    private static Leadership leadership(ClusterImage image, String name, boolean handsOver) {
        return image.leader()
                .map(leader -> {
                    if (!leader.name().equals(name)) {
                        return Leadership.ELSEWHERE;
                    }
                    return handsOver ? Leadership.MOVES_FIRST : Leadership.STAYS_HERE;
                })
                .orElse(Leadership.UNKNOWN);
    }

    /// The database of an evacuated member goes on working.
    private static Quorum counted(ClusterImage image, Predicate<MemberImage> stays) {
        var voters = image.members().stream().filter(one -> one.member().isVoter()).toList();
        long online =
                voters.stream()
                        .filter(one -> one.condition() != MemberStatus.OFFLINE)
                        .filter(stays)
                        .count();
        return Quorum.counted((int) online, voters.size());
    }
}
