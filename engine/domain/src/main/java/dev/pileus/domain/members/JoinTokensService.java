package dev.pileus.domain.members;

import dev.pileus.api.ApiException;
import dev.pileus.api.Operation;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.members.roles.DatabaseRole;
import dev.pileus.domain.operations.Token;
import dev.pileus.domain.operations.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Issues and redeems join tokens (CONTRACT 8.4): one for each name, for one use, for a while. They
/// are operations of class `token`, kept in the cluster's database: they outlive a restart of the
/// member that issued them, and any member redeems them.
///
/// Whoever redeems a token holds it from then on, and ends it by becoming a member. A join that
/// fails takes the newcomer's trust back, and with it the hold: the token can be used once more.
///
/// Safe for use by many threads.
public final class JoinTokensService {
    private static final int SECRET_BYTES = 32;
    private static final String NAME = "serverName";
    private static final String SECRET = "secret";
    private static final String EXPIRES_AT = "expiresAt";

    /// The fingerprint of the certificate that has redeemed it.
    private static final String HOLDER = "holder";

    private final Database database;
    private final MembersService members;
    private final Supplier<DatabaseRoles> databaseRoles;
    private final ClusterSettings settings;
    private final Tokens tokens;
    private final NewcomerTrust trust;
    private final EventHub events;
    private final InstantSource time;
    private final SecureRandom random;

    public JoinTokensService(
            Database database,
            MembersService members,
            Supplier<DatabaseRoles> databaseRoles,
            ClusterSettings settings,
            Tokens tokens,
            NewcomerTrust trust,
            EventHub events,
            InstantSource time,
            SecureRandom random) {
        this.database = database;
        this.members = members;
        this.databaseRoles = databaseRoles;
        this.settings = settings;
        this.tokens = tokens;
        this.trust = trust;
        this.events = events;
        this.time = time;
        this.random = random;
    }

    /// A new token; an open one for the same name ends.
    ///
    /// @param fingerprint of the cluster certificate
    public Operation create(String name, String fingerprint) {
        if (!database.read(MembersRepository::isClustered)) {
            throw new ApiException(400, "This server is not clustered");
        }
        MemberNames.check(name);
        var token = draft(name, fingerprint);
        var replaced =
                database.decide(reader -> {
                    demandFree(reader, name);
                    var old = openFor(reader, name);
                    return new Decision<>(
                            Batch.builder().add(end(old)).add(tokens.store(token)).build(), old);
                });
        tellEnded(replaced);
        tokens.tellStarted(token);
        events.tell(Happening.of("cluster-token-created", "/1.0/cluster/members"));
        return token.running();
    }

    /// Binds a token to the newcomer: part of the decision that trusts its certificate.
    public Batch redeem(Reader reader, Newcomer newcomer, String secret) {
        var open =
                open(reader).stream()
                        .filter(token -> same(token.text(SECRET), secret))
                        .filter(token -> isFor(reader, token, newcomer))
                        .findFirst()
                        .orElseThrow(() ->
                                new ApiException(403, "No matching cluster join operation found"));
        if (isExpired(open)) {
            throw new ApiException(
                    403, "Failed during search for join token operation: Token has expired");
        }
        if (!open.text(NAME).equals(newcomer.name())) {
            throw new ApiException(
                    403,
                    "The join token is for member \"%s\", not \"%s\""
                            .formatted(open.text(NAME), newcomer.name()));
        }
        MembersRepository.all(reader).stream()
                .filter(member -> member.phase() != MemberPhase.PENDING)
                .forEach(member -> member.demandOther(newcomer.name(), newcomer.address()));
        return tokens.update(open.with(HOLDER, newcomer.fingerprint()));
    }

    /// Nobody holds it, or the newcomer itself does, or somebody whose join has failed.
    private boolean isFor(Reader reader, Token token, Newcomer newcomer) {
        var holder = token.text(HOLDER);
        return holder.isEmpty()
                || holder.equals(newcomer.fingerprint())
                || trust.nameOf(reader, holder).isEmpty();
    }

    /// The open tokens for a name.
    List<Token> openFor(Reader reader, String name) {
        return open(reader).stream().filter(token -> token.text(NAME).equals(name)).toList();
    }

    /// Fingerprints of the certificates that hold a token.
    Set<String> holders(Reader reader) {
        return open(reader).stream()
                .map(token -> token.text(HOLDER))
                .filter(holder -> !holder.isEmpty())
                .collect(Collectors.toSet());
    }

    /// Ends them: part of the decision that makes somebody a member.
    Batch end(List<Token> ended) {
        var batch = Batch.builder();
        ended.forEach(token -> batch.add(tokens.end(token)));
        return batch.build();
    }

    /// To be called when the write that ends them is done.
    void tellEnded(List<Token> ended) {
        ended.forEach(tokens::tellEnded);
    }

    /// Ends tokens that nobody has used in time.
    public void removeExpired() {
        if (database.read(this::expired).isEmpty()) {
            return;
        }
        var ended =
                database.decide(reader -> {
                    var old = expired(reader);
                    return new Decision<>(end(old), old);
                });
        tellEnded(ended);
    }

    private Token draft(String name, String fingerprint) {
        var metadata =
                Map.of(
                        NAME,
                        name,
                        SECRET,
                        secret(),
                        "fingerprint",
                        fingerprint,
                        "addresses",
                        addresses(),
                        EXPIRES_AT,
                        settings.joinTokenExpiry(time.instant()).toString());
        return tokens.draft("Issuing join token", Map.of("cluster", List.of()), metadata);
    }

    /// Members that can accept a newcomer: those that have the database, are online and stay.
    private List<String> addresses() {
        var roles = databaseRoles.get();
        if (roles.leader().isEmpty()) {
            throw new ApiException(503, "The cluster's database has no leader");
        }
        var addresses =
                members.members().stream()
                        .filter(member -> roles.of(member.id()) != DatabaseRole.SPARE)
                        .filter(member -> !member.phase().inMaintenance())
                        .filter(members::isOnline)
                        .map(Member::address)
                        .toList();
        if (addresses.isEmpty()) {
            throw new ApiException(500, "There are no online cluster members");
        }
        return addresses;
    }

    private String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private List<Token> open(Reader reader) {
        return tokens.open(reader).stream()
                .filter(token -> token.metadata().containsKey(NAME))
                .toList();
    }

    private List<Token> expired(Reader reader) {
        return open(reader).stream().filter(this::isExpired).toList();
    }

    private boolean isExpired(Token token) {
        return Instant.parse(token.text(EXPIRES_AT)).isBefore(time.instant());
    }

    private static void demandFree(Reader reader, String name) {
        if (MembersRepository.find(reader, name).isPresent()) {
            throw new ApiException(409, "The cluster already has a member with name: " + name);
        }
    }

    /// In constant time: an answer's delay must not tell how much of a guess was right.
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
