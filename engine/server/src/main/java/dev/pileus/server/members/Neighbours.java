package dev.pileus.server.members;

import dev.pileus.database.Database;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.TableListener;
import dev.pileus.database.raft.ReplicatedDatabase;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.definitions.Peers;
import dev.pileus.domain.members.Beat;
import dev.pileus.domain.members.BeatSender;
import dev.pileus.domain.members.DatabaseRoles;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MembersReader;
import dev.pileus.domain.members.RaftMembership;
import dev.pileus.domain.members.roles.DatabaseRole;
import dev.pileus.trust.ClientIdentity;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/// Who is around this member and how to reach them: the database that they share, their addresses,
/// calls to them. A server on its own has the same, with nobody in it.
public final class Neighbours implements AutoCloseable {
    private final LocalState local;
    private final ClusterIdentity identity;
    private final MemberBook book;
    private final MemberTls tls;
    private final Databases databases;
    private final SwitchedDatabase database;
    private final DatabaseMembership group;
    private final OwnMember here;
    private final MemberClients clients;
    private final MemberHttp http;
    private final Errand bookkeeping;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private Neighbours(
            Path stateDirectory,
            Path databaseDirectory,
            Database localDatabase,
            ClientIdentity own,
            SecureRandom random) {
        this.local = new LocalState(localDatabase);
        this.identity = new ClusterIdentity(stateDirectory);
        var folders = new DatabaseFolders(databaseDirectory);
        endWhatWasCutShort(folders);
        demandIdentity(stateDirectory);
        this.book = new MemberBook(local.holders(), local.edited());
        this.tls = new MemberTls(own, identity.load().orElse(own).fingerprint());
        this.databases = new Databases(folders, local, book, tls, random);
        this.database = new SwitchedDatabase(databases.open());
        this.group = new DatabaseMembership(database);
        this.here = new OwnMember(local, database);
        this.clients = new MemberClients(tls);
        this.http = new MemberHttp(tls);
        this.bookkeeping = Errand.start("member-book", this::keepBook);
    }

    /// A daemon that ended in the middle of a join finds its own database set aside, one that ended
    /// in the middle of leaving what it left for that: it is a server on its own.
    private void endWhatWasCutShort(DatabaseFolders folders) {
        if (folders.isJoinUnfinished()) {
            folders.bringBack();
        } else if (folders.isLeavingUnfinished()) {
            folders.deleteCurrent();
        } else {
            demandDatabase(folders.current());
            return;
        }
        local.become(Databases.FIRST, List.of());
        identity.delete();
        folders.endLeaving();
    }

    /// Whoever knows of others that hold the database had one as well. To begin a new one would
    /// make a stranger of this member, who gives out ids of his own.
    private void demandDatabase(Path folder) {
        if (!ReplicatedDatabase.isIn(folder) && !local.holders().isEmpty()) {
            throw new DatabaseException(
                    "this member's database is gone from %s: bring it back from a copy. If it is lost, remove this member from its cluster (incus cluster remove NAME --force, on another one) and let it join anew with an empty state directory"
                            .formatted(folder));
        }
    }

    private void demandIdentity(Path stateDirectory) {
        var clustered =
                local.holders().stream()
                        .anyMatch(holder -> !holder.name().equals(ThisMember.STANDALONE));
        if (clustered && identity.load().isEmpty()) {
            throw new DatabaseException(
                    "this member belongs to a cluster, and the cluster's certificate is missing: copy cluster.crt and cluster.key from another member to "
                            + stateDirectory);
        }
    }

    /// Opens the cluster's database, or begins one.
    ///
    /// @param own the identity with which this member meets others
    public static Neighbours open(
            Path stateDirectory,
            Path databaseDirectory,
            Database localDatabase,
            ClientIdentity own,
            SecureRandom random) {
        var neighbours =
                new Neighbours(stateDirectory, databaseDirectory, localDatabase, own, random);
        var listener = TableListener.of(Set.of("nodes"), neighbours.bookkeeping::ask);
        var subscription = neighbours.database.watch(listener);
        assert subscription != null : "ends with the database itself";
        neighbours.database.onLeadership(neighbours.bookkeeping::ask);
        neighbours.bookkeeping.ask();
        return neighbours;
    }

    /// The cluster's database.
    public Database database() {
        return database;
    }

    public ThisMember here() {
        return here;
    }

    /// What is presented to clients: the cluster's certificate, or the member's own.
    public ClientIdentity presented() {
        return identity.load().orElse(tls.own());
    }

    /// Who holds the database.
    public DatabaseRoles roles() {
        return group.roles();
    }

    /// Calls whenever something about members, or the way to them, may have changed; must return at
    /// once.
    void onMembers(Runnable listener) {
        listeners.add(listener);
        var subscription =
                database.watch(TableListener.of(Set.of("nodes", "nodes_roles"), listener));
        assert subscription != null : "ends with the database itself";
    }

    /// Has the others act on their hosts.
    public Peers peers() {
        return new MemberPeers(clients);
    }

    /// Carries heartbeats.
    public BeatSender beats() {
        return new HttpBeats(clients, () -> database.current().group());
    }

    OwnMember own() {
        return here;
    }

    /// Changes who holds the database.
    public RaftMembership group() {
        return group;
    }

    SwitchedDatabase door() {
        return database;
    }

    Databases databases() {
        return databases;
    }

    LocalState local() {
        return local;
    }

    ClusterIdentity identity() {
        return identity;
    }

    MemberBook book() {
        return book;
    }

    MemberTls tls() {
        return tls;
    }

    MemberClients clients() {
        return clients;
    }

    MemberHttp http() {
        return http;
    }

    /// Members, or the way to them, have changed.
    void changed() {
        bookkeeping.ask();
        listeners.forEach(Runnable::run);
    }

    /// Whether somebody who speaks for a database means this member's.
    boolean shares(UUID databaseId) {
        return databaseId.equals(database.current().group());
    }

    /// The database's members as the leader has told them.
    void told(List<Beat.Holder> holders) {
        book.holders(holders);
        local.remember(holders);
    }

    private void keepBook() {
        try {
            var members = database.read(MembersReader::all);
            book.members(members).forEach(local::settle);
            var roles = group.roles();
            if (!roles.roles().isEmpty()) {
                told(holders(members, roles));
            }
        } catch (DatabaseException e) {
            // as it was, until somebody can tell
        }
    }

    private List<Beat.Holder> holders(List<Member> members, DatabaseRoles roles) {
        return members.stream()
                .filter(member -> roles.of(member.id()) != DatabaseRole.SPARE)
                .map(member ->
                        new Beat.Holder(
                                member.id(),
                                member.name(),
                                book.address(member.id()).orElse(member.address()),
                                roles.of(member.id())))
                .toList();
    }

    @Override
    public void close() {
        bookkeeping.close();
        clients.close();
        database.close();
    }
}
