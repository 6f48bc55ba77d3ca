package dev.pileus.model.plan;

import dev.pileus.api.Instance;
import dev.pileus.api.MemberStatus;
import dev.pileus.model.plan.SafeToReboot.Answer;
import dev.pileus.model.plan.SafeToReboot.Ground;
import dev.pileus.model.store.ClusterImage;
import java.util.ArrayList;
import java.util.List;

/// Decides whether a member's host may be rebooted.
final class RebootReader {
    private RebootReader() {}

    static SafeToReboot read(ClusterImage image, String name) {
        var rules = ServerRules.of(image.server());
        var quorum = QuorumReader.forecast(image, name, rules.oneAtATime());
        var member = image.member(name);
        if (member.isEmpty() || member.get().condition() == MemberStatus.OFFLINE) {
            return new SafeToReboot(Answer.NO, List.of(new Ground.MemberOffline()), quorum);
        }
        if (!quorum.now().holds()) {
            return new SafeToReboot(Answer.NO, List.of(unusable(quorum.now())), quorum);
        }
        if (!quorum.ifDown().holds()) {
            return new SafeToReboot(Answer.NO, List.of(new Ground.QuorumWouldBeLost()), quorum);
        }
        var grounds = database(quorum);
        if (Underway.on(image, member.get())) {
            grounds.add(new Ground.Underway());
            return new SafeToReboot(Answer.WAIT, grounds, quorum);
        }
        var work = Underway.operations(image, name);
        if (!work.isEmpty()) {
            work.forEach(one -> grounds.add(new Ground.RunningOperation(one.description())));
            return new SafeToReboot(Answer.WAIT, grounds, quorum);
        }
        return instances(image, name, grounds, quorum);
    }

    private static Ground unusable(Quorum quorum) {
        return quorum.state() == Quorum.State.LOST
                ? new Ground.QuorumWouldBeLost()
                : new Ground.QuorumUnknown();
    }

    private static List<Ground> database(QuorumForecast quorum) {
        var grounds = new ArrayList<Ground>();
        switch (quorum.leadership()) {
            case MOVES_FIRST, STAYS_HERE -> grounds.add(new Ground.LeadershipMoves());
            case ELSEWHERE, UNKNOWN -> {}
        }
        if (quorum.ifDown().state() == Quorum.State.NONE_TO_SPARE) {
            grounds.add(new Ground.NoVoterToSpare());
        }
        return grounds;
    }

    private static SafeToReboot instances(
            ClusterImage image, String name, List<Ground> grounds, QuorumForecast quorum) {
        int running = (int) image.instancesOn(name).stream().filter(Instance::isRunning).count();
        if (running == 0) {
            return new SafeToReboot(Answer.NOW, grounds, quorum);
        }
        grounds.add(new Ground.RunningInstances(running));
        var plan = EvacuationPlan.of(image, name, EvacuationMode.AUTOMATIC);
        if (!plan.canRun()) {
            grounds.add(new Ground.CannotBeEvacuated(plan.obstacles()));
            return new SafeToReboot(Answer.NO, grounds, quorum);
        }
        var failing = which(plan, Meanwhile.STOPPED_BY_FAILURE);
        if (!failing.isEmpty()) {
            grounds.add(new Ground.EvacuationFails(failing));
            return new SafeToReboot(Answer.NO, grounds, quorum);
        }
        var stopped = which(plan, Meanwhile.STOPPED_UNTIL_RESTORE);
        if (!stopped.isEmpty()) {
            grounds.add(new Ground.StoppedMeanwhile(stopped));
        }
        return new SafeToReboot(Answer.AFTER_EVACUATION, grounds, quorum);
    }

    private static List<InstanceRef> which(EvacuationPlan plan, Meanwhile meanwhile) {
        return plan.instances().stream()
                .filter(one -> one.meanwhile() == meanwhile)
                .map(InstanceForecast::ref)
                .toList();
    }
}
