package dev.pileus.model.plan;

import dev.pileus.api.MemberStatus;
import dev.pileus.model.plan.QuorumForecast.Leadership;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.Link;
import dev.pileus.model.store.MemberImage;
import dev.pileus.model.store.Trouble;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads the database's condition from an image, now and after a member went.
final class QuorumReader {
    private QuorumReader() {}

    static Quorum now(ClusterImage image) {
        var counted = counted(image, _ -> true);
        return switch (image.link()) {
            case Link.Connected _ when image.members().isEmpty() && !image.cluster().enabled() ->
                    new Quorum(Quorum.State.STANDALONE, 0, 0, 0);
            case Link.Connected _ when counted.voters() > 0 -> counted;
            case Link.Interrupted(Trouble.NoLeader _, var _) ->
                    new Quorum(Quorum.State.LOST, counted.online(), counted.voters(), 0);
            case Link.Connected _, Link.Connecting _, Link.Interrupted _ ->
                    new Quorum(Quorum.State.UNKNOWN, counted.online(), counted.voters(), 0);
        };
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
