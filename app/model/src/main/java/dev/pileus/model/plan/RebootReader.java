package dev.pileus.model.plan;

import dev.pileus.api.Instance;
import dev.pileus.api.MemberStatus;
import dev.pileus.model.plan.SafeToReboot.Answer;
import dev.pileus.model.plan.SafeToReboot.Ground;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.InstanceKey;
import dev.pileus.model.store.MemberImage;
import java.util.ArrayList;
import java.util.List;

/// Decides whether a member's host may be rebooted.
record RebootReader(ClusterImage image, String name, QuorumForecast quorum) {
    static SafeToReboot read(ClusterImage image, String name) {
        var rules = ServerRules.of(image.server());
        var quorum = QuorumReader.forecast(image, name, rules.guardsVoters());
        var reader = new RebootReader(image, name, quorum);
        return image.member(name)
                .filter(member -> member.condition() != MemberStatus.OFFLINE)
                .map(reader::read)
                .orElseGet(() -> reader.answer(Answer.NO, List.of(new Ground.MemberOffline())));
    }

    private SafeToReboot read(MemberImage member) {
        var grounds = new ArrayList<Ground>();
        var database = database(grounds);
        if (database == Answer.NO) {
            return answer(Answer.NO, grounds);
        }
        if (Underway.on(image, member)) {
            grounds.add(new Ground.Underway());
            return answer(Answer.WAIT, grounds);
        }
        var work = Underway.operations(image, name);
        if (!work.isEmpty()) {
            work.forEach(one -> grounds.add(new Ground.RunningOperation(one.description())));
            return answer(Answer.WAIT, grounds);
        }
        return answer(instances(grounds), grounds);
    }

    /// An orderly stop hands the database's role over only where several voters are (seen on Incus
    /// 6.0.4: of two members the stand-by does not take over), so it must survive without the
    /// member.
    private Answer database(List<Ground> grounds) {
        if (image.members().size() == 1) {
            grounds.add(new Ground.OnlyMember());
            return Answer.NOW;
        }
        switch (quorum.now().state()) {
            case UNKNOWN, STANDALONE -> grounds.add(new Ground.QuorumUnknown());
            case LOST -> grounds.add(new Ground.QuorumWouldBeLost());
            case SAFE, NONE_TO_SPARE -> {
                return working(grounds);
            }
        }
        return Answer.NO;
    }

    private Answer working(List<Ground> grounds) {
        if (!quorum.ifDown().holds()) {
            grounds.add(new Ground.QuorumWouldBeLost());
            return Answer.NO;
        }
        switch (quorum.leadership()) {
            case MOVES_FIRST, STAYS_HERE -> grounds.add(new Ground.LeadershipMoves());
            case ELSEWHERE, UNKNOWN -> {}
        }
        if (quorum.ifDown().state() == Quorum.State.NONE_TO_SPARE) {
            grounds.add(new Ground.NoVoterToSpare());
        }
        return Answer.NOW;
    }

    private Answer instances(List<Ground> grounds) {
        int running = (int) image.instancesOn(name).stream().filter(Instance::isUp).count();
        if (running == 0) {
            return Answer.NOW;
        }
        grounds.add(new Ground.RunningInstances(running));
        var plan = EvacuationPlan.of(image, name, EvacuationMode.AUTOMATIC);
        if (!plan.canRun()) {
            grounds.add(new Ground.CannotBeEvacuated(plan.obstacles()));
            return Answer.NO;
        }
        var staying = which(plan, Meanwhile.LEFT_RUNNING);
        var failing = which(plan, Meanwhile.STOPPED_BY_FAILURE);
        if (!staying.isEmpty() || !failing.isEmpty()) {
            staying.addAll(failing);
            grounds.add(new Ground.EvacuationFails(staying));
            return Answer.NO;
        }
        var stopped = which(plan, Meanwhile.STOPPED_UNTIL_RESTORE);
        if (!stopped.isEmpty()) {
            grounds.add(new Ground.StoppedMeanwhile(stopped));
        }
        return Answer.AFTER_EVACUATION;
    }

    private static List<InstanceKey> which(EvacuationPlan plan, Meanwhile meanwhile) {
        var which = new ArrayList<InstanceKey>();
        plan.instances().stream()
                .filter(one -> one.meanwhile() == meanwhile)
                .map(InstanceForecast::key)
                .forEach(which::add);
        return which;
    }

    private SafeToReboot answer(Answer answer, List<Ground> grounds) {
        return new SafeToReboot(answer, grounds, quorum);
    }
}
