package dev.pileus.model.plan;

import dev.pileus.api.Instance;
import dev.pileus.api.MemberStatus;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.InstanceKey;
import dev.pileus.model.store.Link;
import dev.pileus.model.store.MemberImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Why a plan cannot run: what servers refuse at once, and what no server should be asked to do.
record Obstacles(ClusterImage image, String member, ServerRules rules) {
    List<Obstacle> toEvacuation(EvacuationMode mode) {
        var obstacles = common();
        image.member(member).ifPresent(one -> againstEvacuating(one, obstacles));
        modes(mode, obstacles);
        if (rules.guardsVoters()) {
            Underway.evacuating(image).stream()
                    .filter(other -> !other.equals(member))
                    .findFirst()
                    .ifPresent(other -> obstacles.add(new Obstacle.AnotherEvacuation(other)));
            if (Quorum.of(image).holds() && !new VoterGuard(image, member).canSpare()) {
                obstacles.add(new Obstacle.VoterNeeded(Quorum.of(image)));
            }
        }
        crashes(image.instancesOn(member).stream(), obstacles);
        return obstacles;
    }

    private void againstEvacuating(MemberImage member, List<Obstacle> obstacles) {
        if (Underway.on(image, member)) {
            obstacles.add(new Obstacle.Underway(member.name()));
        } else if (member.condition() == MemberStatus.EVACUATED) {
            obstacles.add(new Obstacle.AlreadyEvacuated(member.name()));
        }
    }

    private void modes(EvacuationMode mode, List<Obstacle> obstacles) {
        if (!rules.evacuationModes().contains(mode)) {
            obstacles.add(new Obstacle.EvacuationModeNotOffered(mode));
        }
        boolean stops = mode == EvacuationMode.AUTOMATIC || mode == EvacuationMode.STOP;
        if (image.members().size() == 1 && rules.stopsWhenSingle() && !stops) {
            obstacles.add(new Obstacle.SingleMemberCannotMove(mode));
        }
    }

    /// @param away instances that would come back
    List<Obstacle> toRestore(RestoreMode mode, List<Instance> away) {
        var obstacles = common();
        image.member(member).ifPresent(one -> againstRestoring(one, obstacles));
        if (!rules.restoreModes().contains(mode)) {
            obstacles.add(new Obstacle.RestoreModeNotOffered(mode));
        }
        if (mode == RestoreMode.EVERYTHING) {
            crashes(away.stream(), obstacles);
        }
        return obstacles;
    }

    private void againstRestoring(MemberImage member, List<Obstacle> obstacles) {
        if (Underway.on(image, member)) {
            obstacles.add(new Obstacle.Underway(member.name()));
        } else if (member.condition() != MemberStatus.EVACUATED
                && member.condition() != MemberStatus.OFFLINE) {
            obstacles.add(new Obstacle.NotEvacuated(member.name()));
        }
    }

    private void crashes(Stream<Instance> instances, List<Obstacle> obstacles) {
        var rule = new ActionRule(rules);
        var crashing = instances.filter(rule::crashes).map(InstanceKey::of).toList();
        if (!crashing.isEmpty()) {
            obstacles.add(new Obstacle.DaemonWouldCrash(crashing));
        }
    }

    private List<Obstacle> common() {
        var obstacles = new ArrayList<Obstacle>();
        var quorum = Quorum.of(image);
        if (quorum.state() == Quorum.State.STANDALONE) {
            obstacles.add(new Obstacle.NotClustered());
            return obstacles;
        }
        if (quorum.state() == Quorum.State.LOST) {
            obstacles.add(new Obstacle.QuorumLost(quorum));
        } else if (image.link() instanceof Link.Interrupted interrupted) {
            obstacles.add(new Obstacle.Disconnected(interrupted.reason()));
        }
        image.member(member)
                .ifPresentOrElse(
                        one -> {
                            if (one.condition() == MemberStatus.OFFLINE) {
                                obstacles.add(new Obstacle.MemberOffline(member));
                            }
                        },
                        () -> obstacles.add(new Obstacle.UnknownMember(member)));
        return obstacles;
    }
}
