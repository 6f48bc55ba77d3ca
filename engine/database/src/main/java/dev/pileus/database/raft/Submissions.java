package dev.pileus.database.raft;

import dev.pileus.database.raft.codec.ByteReader;
import dev.pileus.database.raft.codec.ByteWriter;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Submissions as bytes, for a member that asked another one.
final class Submissions {
    private static final long NOBODY = -1;

    private Submissions() {}

    /// @param leader whom the asker should ask next
    static byte[] encode(Submission submission, OptionalLong leader) {
        var out = new ByteWriter();
        switch (submission) {
            case Submission.Done(var index, var answer) ->
                    out.flag(true).number(index).bytes(answer);
            case Submission.NotNow(var reason, var ignored) ->
                    out.flag(false).text(reason).number(leader.orElse(NOBODY));
        }
        return out.toBytes();
    }

    static Submission decode(ByteReader in, Consumer<OptionalLong> leader) {
        if (in.flag()) {
            return new Submission.Done(in.number(), in.bytes());
        }
        var reason = in.text();
        leader.accept(optional(in.number()));
        return new Submission.NotNow(reason, null);
    }

    static OptionalLong optional(long member) {
        return member == NOBODY ? OptionalLong.empty() : OptionalLong.of(member);
    }

    static long plain(OptionalLong member) {
        return member.orElse(NOBODY);
    }
}
