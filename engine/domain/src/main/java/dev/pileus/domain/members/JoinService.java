package dev.pileus.domain.members;

import dev.pileus.api.ApiException;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.operations.Token;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The cluster's side of a join.
///
/// 1. The newcomer's certificate is trusted (token or password; the feature of certificates).
/// 2. [#reserve]: everything is checked; the newcomer gets a row that no list shows.
/// 3. The newcomer prepares its part; the leader takes it into the database's membership.
/// 4. [#confirm]: one write makes it a member, with its group, pools and networks, and ends its
///    token.
///
/// Until then [#undo] takes everything back, the trust included, after which the token can be used
/// again; a newcomer that vanished without a word is forgotten after a while by the leader.
public final class JoinService {
    /// Longer than any join takes; a slow disk makes a snapshot take minutes.
    public static final Duration PATIENCE = Duration.ofMinutes(15);

    /// As long as it takes from the trust to the place.
    private static final Duration WITHOUT_TOKEN = Duration.ofMinutes(1);

    private final Database database;
    private final List<MemberBelongings> belongings;
    private final NewcomerTrust trust;
    private final JoinTokensService tokens;
    private final Release release;
    private final InstantSource time;

    /// Since when this member knows of certificates of nobody.
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();

    public JoinService(
            Database database,
            List<MemberBelongings> belongings,
            NewcomerTrust trust,
            JoinTokensService tokens,
            Release release,
            InstantSource time) {
        this.database = database;
        this.belongings = List.copyOf(belongings);
        this.trust = trust;
        this.tokens = tokens;
        this.release = release;
        this.time = time;
    }

    /// Keeps a place for the newcomer; a place that an earlier try under its name has left is given
    /// up, and the trust with it.
    ///
    /// @param fingerprint of the certificate with which the newcomer asks
    public JoinReservation reserve(JoinRequest request, String fingerprint) {
        return database.decide(reader -> {
            check(reader, request, fingerprint);
            var id = MembersRepository.nextId(reader);
            var batch = Batch.builder();
            pending(reader, request.name())
                    .forEach(left -> batch.add(MembersRepository.delete(left)));
            batch.add(MembersRepository.reserve(newcomer(id, request)));
            trust.names(reader).entrySet().stream()
                    .filter(other -> other.getValue().equals(request.name()))
                    .filter(other -> !other.getKey().equals(fingerprint))
                    .forEach(other -> batch.add(trust.forgetCertificate(other.getKey())));
            return new Decision<>(
                    batch.build(), new JoinReservation(id, request.name(), request.address()));
        });
    }

    /// The newcomer is ready: from now on it is a member.
    public void confirm(long id, JoinRequest request) {
        var used =
                database.decide(reader -> {
                    var member = known(reader, id);
                    if (member.phase() != MemberPhase.PENDING) {
                        return Decision.unchanged(List.<Token>of());
                    }
                    var shown = tokens.openFor(reader, member.name());
                    var batch =
                            Batch.builder()
                                    .add(MembersRepository.accept(member, time.instant()))
                                    .add(tokens.end(shown));
                    belongings.forEach(
                            owner -> batch.add(owner.arrive(reader, id, request.memberConfig())));
                    return new Decision<>(batch.build(), shown);
                });
        tokens.tellEnded(used);
    }

    /// Forgets a newcomer that gives up; somebody who is a member already stays one.
    ///
    /// @param fingerprint of the certificate with which it asked
    public void undo(String name, String fingerprint) {
        database.decide(reader -> {
            var batch = Batch.builder();
            pending(reader, name).forEach(left -> batch.add(MembersRepository.delete(left)));
            trust.nameOf(reader, fingerprint)
                    .filter(trusted -> !isMember(reader, trusted))
                    .ifPresent(trusted -> batch.add(trust.forget(reader, trusted)));
            return new Decision<>(batch.build(), name);
        });
    }

    /// The ids of newcomers that have vanished; they hold no place any more.
    public List<Long> forgetVanished() {
        if (database.read(this::vanished).isEmpty()) {
            return List.of();
        }
        return database.decide(reader -> {
            var vanished = vanished(reader);
            var batch = Batch.builder();
            for (var member : vanished) {
                batch.add(MembersRepository.delete(member));
                batch.add(trust.forget(reader, member.name()));
            }
            return new Decision<>(batch.build(), vanished.stream().map(Member::id).toList());
        });
    }

    /// Takes the trust back from those that vanished before they had a place.
    public void forgetStrangers() {
        var strangers = database.read(this::strangers);
        var now = time.instant();
        seen.keySet().retainAll(strangers.keySet());
        strangers.keySet().forEach(fingerprint -> seen.putIfAbsent(fingerprint, now));
        var vanished = new ArrayList<String>();
        strangers.forEach((fingerprint, patience) -> {
            var since = seen.getOrDefault(fingerprint, now);
            if (since.plus(patience).isBefore(now)) {
                vanished.add(fingerprint);
            }
        });
        if (vanished.isEmpty()) {
            return;
        }
        database.decide(reader -> {
            var batch = Batch.builder();
            strangers(reader).keySet().stream()
                    .filter(vanished::contains)
                    .forEach(fingerprint -> batch.add(trust.forgetCertificate(fingerprint)));
            return new Decision<>(batch.build(), vanished);
        });
    }

    /// Certificates of servers that are no members and have no place, and how long they may be:
    /// whose token is still good can try again.
    private Map<String, Duration> strangers(Reader reader) {
        var names =
                MembersRepository.all(reader).stream()
                        .map(Member::name)
                        .collect(Collectors.toSet());
        var holders = tokens.holders(reader);
        var strangers = new HashMap<String, Duration>();
        if (MembersRepository.isClustered(reader)) {
            trust.names(reader)
                    .forEach((fingerprint, name) -> {
                        if (!names.contains(name)) {
                            strangers.put(
                                    fingerprint,
                                    holders.contains(fingerprint) ? PATIENCE : WITHOUT_TOKEN);
                        }
                    });
        }
        return strangers;
    }

    private List<Member> vanished(Reader reader) {
        var limit = time.instant().minus(PATIENCE);
        return MembersRepository.all(reader).stream()
                .filter(member -> member.phase() == MemberPhase.PENDING)
                .filter(member -> member.heartbeat().isBefore(limit))
                .toList();
    }

    private void check(Reader reader, JoinRequest request, String fingerprint) {
        if (!MembersRepository.isClustered(reader)) {
            throw new ApiException(400, "This server is not clustered");
        }
        MemberNames.check(request.name());
        demandSameRelease(request);
        var name = trust.nameOf(reader, fingerprint).orElse("");
        if (!name.equals(request.name())) {
            throw new ApiException(
                    400,
                    "Existing server certificate with different name \"%s\" already in trust store"
                            .formatted(name));
        }
        for (var member : MembersRepository.all(reader)) {
            var leftover =
                    member.phase() == MemberPhase.PENDING && member.name().equals(request.name());
            if (!leftover) {
                member.demandOther(request.name(), request.address());
            }
        }
        belongings.forEach(owner -> owner.check(reader, request.memberConfig()));
    }

    private void demandSameRelease(JoinRequest request) {
        if (request.schema() != release.version().schema()
                || !request.release().equals(release.name())) {
            throw new ApiException(
                    400,
                    "The joining server version doesn't match (expected %s with DB schema %d)"
                            .formatted(release.name(), release.version().schema()));
        }
        if (request.apiExtensions() != release.version().apiExtensions()) {
            throw new ApiException(
                    400,
                    "The joining server version doesn't match (expected %s with API count %d)"
                            .formatted(release.name(), release.version().apiExtensions()));
        }
    }

    private Member newcomer(long id, JoinRequest request) {
        return new Member(
                id,
                request.name(),
                "",
                request.address(),
                new MemberVersion(request.schema(), request.apiExtensions()),
                time.instant(),
                MemberPhase.PENDING,
                Architecture.named(request.architecture()),
                Member.DEFAULT_DOMAIN,
                List.of(),
                Map.of(),
                List.of());
    }

    private static List<Member> pending(Reader reader, String name) {
        return MembersRepository.all(reader).stream()
                .filter(member -> member.phase() == MemberPhase.PENDING)
                .filter(member -> member.name().equals(name))
                .toList();
    }

    private static boolean isMember(Reader reader, String name) {
        return MembersRepository.all(reader).stream()
                .anyMatch(member ->
                        member.phase() != MemberPhase.PENDING && member.name().equals(name));
    }

    private static Member known(Reader reader, long id) {
        return MembersRepository.all(reader).stream()
                .filter(member -> member.id() == id)
                .findFirst()
                .orElseThrow(() -> new ApiException(404, "Cluster member not found"));
    }
}
