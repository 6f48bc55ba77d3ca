package dev.pileus.model.plan;

import dev.pileus.api.MemberStatus;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.Link;
import dev.pileus.model.store.MemberImage;
import java.util.ArrayList;
import java.util.List;

/// Why a plan cannot run: what the servers refuse at once.
final class Obstacles {
    private Obstacles() {}

    static List<Obstacle> evacuation(
            ClusterImage image,
            String name,
            EvacuationMode mode,
            ServerRules rules,
            QuorumForecast quorum) {
        var obstacles = common(image, name, quorum.now());
        image.member(name).ifPresent(member -> state(obstacles, image, member));
        if (!rules.evacuationModes().contains(mode)) {
            obstacles.add(new Obstacle.EvacuationModeNotOffered(mode));
        }
        boolean single = image.members().size() == 1;
        if (single
                && rules.stopsWhenSingle()
                && mode != EvacuationMode.AUTOMATIC
                && mode != EvacuationMode.STOP) {
            obstacles.add(new Obstacle.SingleMemberCannotMove(mode));
        }
        if (rules.oneAtATime()) {
            Underway.evacuating(image).stream()
                    .filter(other -> !other.equals(name))
                    .findFirst()
                    .ifPresent(other -> obstacles.add(new Obstacle.AnotherEvacuation(other)));
            if (quorum.now().holds() && !quorum.ifDown().holds()) {
                obstacles.add(new Obstacle.VoterNeeded(quorum.now()));
            }
        }
        return obstacles;
    }

    static List<Obstacle> restore(
            ClusterImage image, String name, RestoreMode mode, ServerRules rules) {
        var obstacles = common(image, name, Quorum.of(image));
        image.member(name)
                .ifPresent(member -> {
                    if (Underway.on(image, member)) {
                        obstacles.add(new Obstacle.Underway(name));
                    } else if (member.condition() != MemberStatus.EVACUATED
                            && member.condition() != MemberStatus.OFFLINE) {
                        obstacles.add(new Obstacle.NotEvacuated(name));
                    }
                });
        if (!rules.restoreModes().contains(mode)) {
            obstacles.add(new Obstacle.RestoreModeNotOffered(mode));
        }
        return obstacles;
    }

    private static void state(List<Obstacle> obstacles, ClusterImage image, MemberImage member) {
        if (Underway.on(image, member)) {
            obstacles.add(new Obstacle.Underway(member.name()));
        } else if (member.condition() == MemberStatus.EVACUATED) {
            obstacles.add(new Obstacle.AlreadyEvacuated(member.name()));
        }
    }

    private static List<Obstacle> common(ClusterImage image, String name, Quorum quorum) {
        var obstacles = new ArrayList<Obstacle>();
        if (image.link() instanceof Link.Interrupted interrupted) {
            obstacles.add(new Obstacle.Disconnected(interrupted.reason()));
        }
        if (quorum.state() == Quorum.State.STANDALONE) {
            obstacles.add(new Obstacle.NotClustered());
            return obstacles;
        }
        if (quorum.state() == Quorum.State.LOST) {
            obstacles.add(new Obstacle.QuorumLost(quorum));
        }
        var member = image.member(name);
        if (member.isEmpty()) {
            obstacles.add(new Obstacle.UnknownMember(name));
        } else if (member.get().condition() == MemberStatus.OFFLINE) {
            obstacles.add(new Obstacle.MemberOffline(name));
        }
        return obstacles;
    }
}
