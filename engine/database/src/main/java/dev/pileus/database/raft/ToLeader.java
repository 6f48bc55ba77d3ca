package dev.pileus.database.raft;

import dev.pileus.database.NoLeaderException;
import dev.pileus.database.raft.wire.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Brings proposals and barriers to the leader, wherever it is, and tries again until there is an
/// answer or no time left.
final class ToLeader {
    private static final Duration ATTEMPT = Duration.ofSeconds(4);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final RaftSettings settings;
    private final Calls calls;
    private final News news;
    private final Supplier<Optional<Part>> part;
    private final Runnable health;
    private final Patience patience;
    private volatile OptionalLong hint = OptionalLong.empty();

    /// @param health throws once this member can do nothing any more
    ToLeader(
            RaftSettings settings,
            Calls calls,
            News news,
            Supplier<Optional<Part>> part,
            Runnable health) {
        this.settings = settings;
        this.calls = calls;
        this.news = news;
        this.part = part;
        this.health = health;
        this.patience = new Patience(settings.timing());
    }

    /// Until when a request that begins now may look for the leader. One that is known is given the
    /// full time: it may be slow.
    Deadline deadline() {
        return known().isPresent() ? Deadline.in(settings.timing().patience()) : patience.begin();
    }

    /// @param request made anew for each attempt
    /// @throws NoLeaderException after the deadline
    Submission.Done ask(Request kind, Supplier<byte[]> request, Deadline deadline) {
        var reason =
                belonging().isPresent()
                        ? "they have no leader"
                        : "no member with the database is known";
        @Nullable Throwable cause = null;
        do {
            for (var member : candidates()) {
                switch (attempt(member, kind, request.get(), deadline)) {
                    case Submission.Done done -> {
                        hint = OptionalLong.of(member);
                        patience.answered();
                        return done;
                    }
                    case Submission.NotNow(var why, var fault) -> {
                        reason = why;
                        cause = fault;
                    }
                }
                if (deadline.passed()) {
                    break;
                }
            }
            health.run();
            patience.missed();
            news.await(deadline.atMost(PAUSE));
        } while (!deadline.passed() && !Thread.currentThread().isInterrupted());
        throw new NoLeaderException(
                "no majority of the database members answered in time: " + reason, cause);
    }

    /// Where the leader was last seen from here.
    OptionalLong leader() {
        return hint;
    }

    void heard(OptionalLong leader) {
        hint = leader;
    }

    private List<Long> candidates() {
        var known = known();
        if (known.isPresent()) {
            return List.of(known.getAsLong());
        }
        if (belonging().isPresent()) {
            // its own node will hear of a leader first
            return List.of();
        }
        var others = new ArrayList<>(settings.peers().databaseMembers());
        others.remove(settings.member());
        return others;
    }

    private OptionalLong known() {
        return belonging().map(here -> here.node().view().leader()).orElse(hint);
    }

    private Optional<Part> belonging() {
        return part.get().filter(Part::isReadable);
    }

    private Submission attempt(long member, Request kind, byte[] content, Deadline deadline) {
        var time = deadline.atMost(ATTEMPT);
        if (member == settings.member()) {
            return part.get()
                    .map(here -> perform(here, kind, content, time))
                    .orElseGet(() -> new Submission.NotNow("this member has no replica", null));
        }
        try {
            return Submissions.decode(calls.call(member, kind, content, time), this::heard);
        } catch (IOException e) {
            hint = OptionalLong.empty();
            return new Submission.NotNow(String.valueOf(e.getMessage()), e);
        }
    }

    static Submission perform(Part part, Request kind, byte[] content, Duration patience) {
        return kind == Request.PROPOSE ? part.propose(content, patience) : part.barrier(patience);
    }
}
