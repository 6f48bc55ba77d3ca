package dev.pileus.server.members;

import dev.pileus.database.raft.RaftSettings;
import dev.pileus.database.raft.RaftTiming;
import dev.pileus.database.raft.ReplicatedDatabase;
import dev.pileus.domain.Schema;
import java.security.SecureRandom;
import java.util.UUID;

/// Opens this member's part of the cluster's database.
final class Databases {
    /// A server on its own is the first member of a database of its own.
    static final long FIRST = 1;

    private final DatabaseFolders folders;
    private final LocalState local;
    private final MemberBook book;
    private final MemberTls tls;
    private final SecureRandom random;

    Databases(
            DatabaseFolders folders,
            LocalState local,
            MemberBook book,
            MemberTls tls,
            SecureRandom random) {
        this.folders = folders;
        this.local = local;
        this.book = book;
        this.tls = tls;
        this.random = random;
    }

    /// As it was when the daemon ended; a new one where there was none.
    ReplicatedDatabase open() {
        return ReplicatedDatabase.isIn(folders.current()) ? reopen() : form();
    }

    ReplicatedDatabase reopen() {
        return ReplicatedDatabase.reopen(settings(local.own()));
    }

    /// A new one, for a server on its own.
    ReplicatedDatabase form() {
        return ReplicatedDatabase.form(settings(FIRST));
    }

    /// The one of another cluster, as its newest member.
    ReplicatedDatabase join(long member, UUID group) {
        return ReplicatedDatabase.join(settings(member), group);
    }

    DatabaseFolders folders() {
        return folders;
    }

    private RaftSettings settings(long member) {
        return new RaftSettings(
                member,
                folders.current(),
                Schema.migrations(),
                new MemberTunnels(member, book, tls),
                book,
                RaftTiming.DEFAULT,
                random);
    }
}
