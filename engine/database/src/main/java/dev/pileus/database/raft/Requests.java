package dev.pileus.database.raft;

import dev.pileus.database.DatabaseException;
import dev.pileus.database.NoLeaderException;
import dev.pileus.database.raft.codec.ByteReader;
import dev.pileus.database.raft.codec.ByteWriter;
import dev.pileus.database.raft.codec.RowsCodec;
import dev.pileus.database.raft.codec.Values;
import dev.pileus.database.raft.wire.Request;
import dev.pileus.database.raft.wire.RequestHandler;
import dev.pileus.database.raft.wire.WireException;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;

/// Answers what other members ask this one.
final class Requests implements RequestHandler {
    /// A little less than the asker waits, so that it learns the reason.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    static final Duration LONG_POLL = Duration.ofSeconds(8);

    private final RaftSettings settings;
    private final Calls calls;
    private final Parts parts;
    private final ChangeFeed changes;
    private final RoleChange roles;

    Requests(
            RaftSettings settings, Calls calls, Parts parts, ChangeFeed changes, RoleChange roles) {
        this.settings = settings;
        this.calls = calls;
        this.parts = parts;
        this.changes = changes;
        this.roles = roles;
    }

    @Override
    public byte[] answer(long from, Request kind, byte[] content) throws IOException {
        try {
            return switch (kind) {
                case REQUEST_VOTE, START_ELECTION, APPEND_ENTRIES, INSTALL_SNAPSHOT ->
                        part().node().answer(kind, content);
                case PROPOSE, BARRIER -> lead(from, kind, calls.open(content));
                case QUERY -> query(calls.open(content));
                case CHANGES -> changes(calls.open(content));
                case STATUS -> {
                    calls.open(content);
                    yield status().encode();
                }
                case ASSIGN -> {
                    roles.assign(Membership.decode(new ByteReader(calls.open(content))).roles());
                    yield new byte[0];
                }
                case START_REPLICA -> {
                    calls.open(content);
                    parts.startReplica();
                    yield new byte[0];
                }
                case STOP_REPLICA -> {
                    parts.stopReplica(Membership.decode(new ByteReader(calls.open(content))));
                    yield new byte[0];
                }
            };
        } catch (DatabaseException e) {
            throw new WireException(String.valueOf(e.getMessage()), e);
        }
    }

    private MemberStatus status() {
        var newest = settings.migrations().newest();
        return parts.current()
                .map(part -> status(part, newest))
                .orElseGet(() ->
                        new MemberStatus(
                                false, true, OptionalLong.empty(), Membership.NONE, newest));
    }

    private static MemberStatus status(Part part, int newest) {
        var view = part.node().view();
        return new MemberStatus(
                view.leads() && view.isMembershipSettled(),
                part.isReadable() && part.node().isWorking() && view.fitsItsRole(),
                view.leader(),
                view.membership(),
                newest);
    }

    private byte[] lead(long from, Request kind, byte[] content) throws WireException {
        var part = part();
        var submission = ToLeader.perform(part, kind, content, PATIENCE);
        if (submission instanceof Submission.Done) {
            part.node().hurry(from);
        }
        return Submissions.encode(submission, part.node().view().leader());
    }

    private byte[] query(byte[] content) throws WireException {
        var in = new ByteReader(content);
        var replica = readablePart().replica();
        var out = new ByteWriter();
        replica.applied().await(in.number(), Deadline.in(PATIENCE));
        var sql = in.text();
        var arguments = Values.array(Values.decode(in));
        try {
            var rows = replica.read(reader -> reader.select(sql, arguments));
            RowsCodec.encode(out.flag(true), rows);
        } catch (NoLeaderException e) {
            throw new WireException(String.valueOf(e.getMessage()), e);
        } catch (DatabaseException e) {
            out.flag(false).text(String.valueOf(e.getMessage()));
        }
        return out.toBytes();
    }

    private byte[] changes(byte[] content) throws WireException {
        var since = new ByteReader(content).number();
        readablePart();
        try {
            var news = changes.since(since, Deadline.in(LONG_POLL));
            var out = new ByteWriter().number(news.upTo()).number(news.tables().size());
            news.tables().forEach(out::text);
            out.bytes(status().encode());
            return out.toBytes();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WireException("interrupted", e);
        }
    }

    private Part part() throws WireException {
        return parts.current()
                .orElseThrow(() ->
                        new WireException("member %d has no replica".formatted(settings.member())));
    }

    private Part readablePart() throws WireException {
        return parts.readable()
                .orElseThrow(() ->
                        new WireException(
                                "member %d has no complete replica".formatted(settings.member())));
    }
}
