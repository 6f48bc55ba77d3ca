package dev.pileus.database.raft;

import dev.pileus.database.DatabaseException;
import dev.pileus.database.raft.codec.ByteWriter;
import dev.pileus.database.raft.wire.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.ratis.protocol.exceptions.NotLeaderException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives members their roles; runs on the leader.
final class RoleChange {
    private static final Logger LOG = LoggerFactory.getLogger(RoleChange.class);
    private static final Duration READY = Duration.ofSeconds(5);
    private static final Duration CALL = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final Duration TRANSFER = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration WHOLE_CHANGE = Duration.ofMinutes(2);

    private final long self;
    private final Calls calls;
    private final Parts parts;
    private final News news;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    RoleChange(long self, Calls calls, Parts parts, News news) {
        this.self = self;
        this.calls = calls;
        this.parts = parts;
        this.news = news;
    }

    /// Brings the group to the wanted roles, step by step. After a failure some steps may have been
    /// made; asking again goes on from there.
    ///
    /// @param wanted members it does not name become spares
    void assign(Map<Long, RaftRole> wanted) {
        var goal = new Membership(0, wanted).roles();
        if (!goal.containsValue(RaftRole.VOTER)) {
            throw new DatabaseException("a database needs at least one voter");
        }
        oneAtATime.lock();
        try {
            changePatiently(goal);
        } catch (IOException e) {
            throw new DatabaseException("cannot change the roles: " + e.getMessage(), e);
        } finally {
            oneAtATime.unlock();
        }
    }

    /// Makes another voter the leader.
    void transferLeadership(long to) {
        try {
            leading().transferLeadership(to, TRANSFER);
        } catch (IOException e) {
            throw new DatabaseException(
                    "cannot hand leadership to member %d: %s".formatted(to, e.getMessage()), e);
        }
    }

    /// Makes a voter that answers the leader, if this member is it: sparing the others an election.
    void handOverBeforeStop() {
        var node = parts.current().map(Part::node).filter(it -> it.view().leads());
        if (node.isEmpty()) {
            return;
        }
        for (var heir : node.get().view().membership().with(RaftRole.VOTER)) {
            if (heir != self && takesOver(node.get(), heir)) {
                return;
            }
        }
    }

    private boolean takesOver(RaftNode node, long heir) {
        try {
            calls.call(heir, Request.STATUS, new byte[0], ANSWER);
            node.transferLeadership(heir, TRANSFER);
            return news.await(() -> !node.view().leads(), Deadline.in(TRANSFER));
        } catch (IOException e) {
            LOG.debug("Member {} does not take over: {}", heir, e.getMessage());
            return false;
        }
    }

    /// A voter that takes up its role pauses, and with few voters the leader may lose its majority
    /// over it: if it is elected again it goes on.
    private void changePatiently(Map<Long, RaftRole> goal) throws IOException {
        for (var attempt = 1; ; attempt++) {
            try {
                change(goal);
                return;
            } catch (NotLeaderException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LOG.info("Lost the lead during a change of roles: {}", e.getMessage());
            }
        }
    }

    private void change(Map<Long, RaftRole> goal) throws IOException {
        var node = leading();
        if (node.view().hasStaleConnections()) {
            LOG.info("A new election clears what is left of a change that was cut short");
            node.stepDown(TRANSFER);
            node = leading();
        }
        var before = node.view().membership().roles();
        for (var member : goal.keySet()) {
            if (!before.containsKey(member)) {
                // before anything is changed
                calls.call(member, Request.STATUS, new byte[0], CALL);
            }
        }
        // the leader can only leave as one of the others: it grows first, then hands over
        var mine = goal.get(self) == RaftRole.VOTER ? goal : keeping(goal);
        for (var step : RoleSteps.between(before, mine)) {
            make(node, step);
        }
        if (!mine.equals(goal)) {
            handOver(node, goal);
            return;
        }
        var membership = node.view().membership();
        for (var member : before.keySet()) {
            if (!goal.containsKey(member)) {
                retire(member, membership);
            }
        }
    }

    private void make(RaftNode node, Map<Long, RaftRole> step) throws IOException {
        LOG.info("The database's roles become {}", step);
        var before = node.view().membership().roles();
        for (var member : step.keySet()) {
            if (!before.containsKey(member)) {
                calls.call(member, Request.START_REPLICA, new byte[0], CALL);
            }
        }
        node.change(step);
        var after = node.view().membership();
        for (var member : step.keySet()) {
            if (member != self && step.get(member) != before.get(member)) {
                awaitSettled(member, after);
            }
        }
    }

    /// A member that takes up a new role may pause for a second. The next step must not need it
    /// meanwhile: with two voters the leader would lose its majority. Who does not answer is not
    /// waited for long.
    private void awaitSettled(long member, Membership membership) {
        var deadline = Deadline.in(SETTLING);
        while (!isSettled(member, membership) && !deadline.passed()) {
            news.await(PAUSE);
        }
    }

    private boolean isSettled(long member, Membership membership) {
        try {
            var status =
                    MemberStatus.decode(calls.call(member, Request.STATUS, new byte[0], ANSWER));
            return status.settled() && status.membership().index() >= membership.index();
        } catch (IOException e) {
            return false;
        }
    }

    private Map<Long, RaftRole> keeping(Map<Long, RaftRole> goal) {
        var kept = new HashMap<>(goal);
        kept.put(self, RaftRole.VOTER);
        return kept;
    }

    private void handOver(RaftNode node, Map<Long, RaftRole> goal) throws IOException {
        for (var heir : new Membership(0, goal).with(RaftRole.VOTER)) {
            if (takesOver(node, heir)) {
                finishAt(heir, goal);
                return;
            }
        }
        throw new DatabaseException("none of the other voters took over from member " + self);
    }

    private void finishAt(long heir, Map<Long, RaftRole> goal) throws IOException {
        var content = new ByteWriter();
        new Membership(0, goal).encode(content);
        var deadline = Deadline.in(TRANSFER);
        while (true) {
            try {
                calls.call(heir, Request.ASSIGN, content.toBytes(), WHOLE_CHANGE);
                return;
            } catch (IOException e) {
                if (deadline.passed()) {
                    throw e;
                }
                // elected, but not ready yet
                news.await(deadline.atMost(PAUSE));
            }
        }
    }

    private void retire(long member, Membership membership) {
        var proof = new ByteWriter();
        membership.encode(proof);
        try {
            calls.call(member, Request.STOP_REPLICA, proof.toBytes(), CALL);
        } catch (IOException e) {
            // it finds out by itself when it comes back
            LOG.info("Member {} has no role any more, but does not answer", member);
        }
    }

    /// Who has just been elected takes a moment to be ready: a member that stops hands over to it
    /// and asks at once, and gives up its vote only if it is heard.
    private RaftNode leading() {
        parts.checkHealth();
        if (!news.await(this::leads, Deadline.in(READY))) {
            throw new DatabaseException("only the leader of the database can do this");
        }
        return parts.current().map(Part::node).orElseThrow();
    }

    private boolean leads() {
        return parts.current().filter(part -> part.node().view().leads()).isPresent();
    }
}
