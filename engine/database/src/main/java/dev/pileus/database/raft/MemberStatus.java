package dev.pileus.database.raft;

import dev.pileus.database.raft.codec.ByteReader;
import dev.pileus.database.raft.codec.ByteWriter;
import java.util.OptionalLong;

/// What a member tells others about its database.
///
/// @param leads it is the leader and ready, and its membership is committed: the true one
/// @param settled it works in the role that its membership gives it
/// @param newestSchema the version its program knows
record MemberStatus(
        boolean leads,
        boolean settled,
        OptionalLong leader,
        Membership membership,
        int newestSchema) {
    byte[] encode() {
        var out =
                new ByteWriter()
                        .flag(leads)
                        .flag(settled)
                        .number(Submissions.plain(leader))
                        .number(newestSchema);
        membership.encode(out);
        return out.toBytes();
    }

    static MemberStatus decode(ByteReader in) {
        var leads = in.flag();
        var settled = in.flag();
        var leader = Submissions.optional(in.number());
        var newest = in.small();
        return new MemberStatus(leads, settled, leader, Membership.decode(in), newest);
    }
}
