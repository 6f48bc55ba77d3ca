package dev.pileus.database.raft;

import dev.pileus.database.DatabaseException;
import dev.pileus.database.NoLeaderException;
import dev.pileus.database.Query;
import dev.pileus.database.Reader;
import dev.pileus.database.Rows;
import dev.pileus.database.Statement;
import dev.pileus.database.raft.codec.ByteReader;
import dev.pileus.database.raft.codec.ByteWriter;
import dev.pileus.database.raft.codec.RowsCodec;
import dev.pileus.database.raft.codec.Values;
import dev.pileus.database.raft.wire.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Reads through members that have a replica, for one that has none.
final class Remote {
    private static final Duration ATTEMPT = Duration.ofSeconds(4);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final RaftSettings settings;
    private final Calls calls;
    private final News news;
    private final Patience patience;
    private volatile OptionalLong favourite = OptionalLong.empty();

    Remote(RaftSettings settings, Calls calls, News news) {
        this.settings = settings;
        this.calls = calls;
        this.news = news;
        this.patience = new Patience(settings.timing());
    }

    /// Until when a read that begins now may look for a member with a replica.
    Deadline deadline() {
        return patience.begin();
    }

    /// @param atLeast an entry that the answering member must have applied
    <T> T read(Query<T> query, long atLeast, Deadline deadline) {
        return query.ask(
                new Reader() {
                    @Override
                    public Rows select(String sql, @Nullable Object... arguments) {
                        return Remote.this.select(sql, arguments, atLeast, deadline);
                    }
                });
    }

    /// Asks members with a replica, the one that answered last first.
    ByteReader ask(Request kind, byte[] content, Duration attempt, Deadline deadline) {
        var reason = "none is known";
        @Nullable IOException cause = null;
        do {
            for (var member : candidates()) {
                try {
                    var reply = calls.call(member, kind, content, deadline.atMost(attempt));
                    favourite = OptionalLong.of(member);
                    patience.answered();
                    return reply;
                } catch (IOException e) {
                    reason = String.valueOf(e.getMessage());
                    cause = e;
                }
            }
            patience.missed();
            news.await(deadline.atMost(PAUSE));
        } while (!deadline.passed() && !Thread.currentThread().isInterrupted());
        throw new NoLeaderException("no database member answered in time: " + reason, cause);
    }

    private Rows select(String sql, @Nullable Object[] arguments, long atLeast, Deadline deadline) {
        var out = new ByteWriter().number(atLeast).text(sql);
        Values.encode(out, Statement.of(sql, arguments).arguments());
        var in = ask(Request.QUERY, out.toBytes(), ATTEMPT, deadline);
        if (!in.flag()) {
            throw new DatabaseException(in.text());
        }
        return RowsCodec.decode(in);
    }

    private List<Long> candidates() {
        var members = new ArrayList<>(settings.peers().databaseMembers());
        members.remove(settings.member());
        favourite.ifPresent(member -> {
            if (members.remove(member)) {
                members.addFirst(member);
            }
        });
        return members;
    }
}
