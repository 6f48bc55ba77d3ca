package dev.pileus.domain.moves;

import dev.pileus.api.ApiException;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.instances.Instances;
import dev.pileus.domain.instances.PowerSwitch;
import dev.pileus.domain.instances.SnapshotsService;
import dev.pileus.domain.instances.StoredInstance;
import dev.pileus.domain.instances.Volumes;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MemberPhase;
import dev.pileus.domain.members.MembersReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries instances of this member to other members. Whoever calls holds the instance in
/// [dev.pileus.domain.instances.InstanceWork], and it is down. Safe for use by many threads.
public final class Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);

    private final Database database;
    private final ThisMember here;
    private final PowerSwitch power;
    private final Volumes volumes;
    private final SnapshotsService snapshots;
    private final FreightStreams streams;
    private final MovePeers peers;
    private final Leftovers leftovers;
    private final EventHub events;
    private final Supplier<UUID> ids;

    public Carrier(
            Database database,
            ThisMember here,
            PowerSwitch power,
            Volumes volumes,
            SnapshotsService snapshots,
            FreightStreams streams,
            MovePeers peers,
            Leftovers leftovers,
            EventHub events,
            Supplier<UUID> ids) {
        this.database = database;
        this.here = here;
        this.power = power;
        this.volumes = volumes;
        this.snapshots = snapshots;
        this.streams = streams;
        this.peers = peers;
        this.leftovers = leftovers;
        this.events = events;
        this.ids = ids;
    }

    /// Carries an instance. When this returns, it lives there; when it throws, it lives here,
    /// unless the database could not be asked any more.
    ///
    /// @param phase that the target has to be in when the instance changes over
    /// @param keys of its own that change with its home; an empty value removes one
    public void carry(
            StoredInstance instance,
            Member target,
            MemberPhase phase,
            Map<String, String> keys,
            Freight freight)
            throws InterruptedException {
        if (!instance.whole()) {
            throw new ApiException(404, "Instance not found");
        }
        carryAsItIs(instance, target, phase, keys, freight);
    }

    /// The same with one that is still being made: it becomes whole when it lives there.
    void carryAsItIs(
            StoredInstance instance,
            Member target,
            MemberPhase phase,
            Map<String, String> keys,
            Freight freight)
            throws InterruptedException {
        if (power.power(instance).isUp()) {
            throw new ApiException(400, "Instance must be stopped to be moved statelessly");
        }
        var copy = expected(instance, target);
        leftovers.begins(copy);
        try {
            announce(instance, copy);
            deliver(instance, copy, target, freight);
            settle(instance, copy, target, phase, keys);
        } catch (RuntimeException | InterruptedException e) {
            giveUp(copy);
            throw e;
        } finally {
            leftovers.ends(copy);
        }
        freight.done();
        leftovers.attempt(copy.leftOn(here.id()));
        events.tell(
                Happening.of("instance-migrated", instance.url())
                        .in(instance.project())
                        .with("location", target.name()));
    }

    private Copy expected(StoredInstance instance, Member target) {
        return new Copy(
                instance.id(),
                target.id(),
                ids.get().toString(),
                Volumes.rootPool(instance.expandedDevices()),
                instance.handle(),
                true);
    }

    private void announce(StoredInstance instance, Copy copy) {
        database.decide(reader -> {
            var ignored = present(reader, instance);
            demandPool(reader, copy);
            return new Decision<>(CopiesRepository.insert(copy), copy.attempt());
        });
    }

    /// Still here, and as whole as it was.
    private StoredInstance present(Reader reader, StoredInstance instance) {
        return Instances.find(reader, instance.id())
                .filter(now -> now.member() == here.id() && now.whole() == instance.whole())
                .orElseThrow(() -> new ApiException(404, "Instance not found"));
    }

    private static void demandPool(Reader reader, Copy copy) {
        if (!Instances.hasPool(reader, copy.pool(), copy.member())) {
            throw new ApiException(
                    400,
                    "The target has no storage pool \"%s\" that is ready".formatted(copy.pool()));
        }
    }

    private void deliver(StoredInstance instance, Copy copy, Member target, Freight freight)
            throws InterruptedException {
        var volume = volumes.of(instance);
        var names = snapshots.list(instance).stream().map(snapshot -> snapshot.name()).toList();
        freight.expect(
                streams.size(volume.folder())
                        + (names.isEmpty() ? 0 : streams.size(volume.snapshots())));
        deliver(volume.folder(), copy, "", target, freight);
        for (var name : names) {
            deliver(volume.snapshot(name), copy, name, target, freight);
        }
    }

    private void deliver(Path folder, Copy copy, String snapshot, Member target, Freight freight)
            throws InterruptedException {
        streams.pack(
                folder,
                stream -> {
                    var measured = new Measured(stream, freight::moved);
                    var arrived = peers.deliver(target, copy.attempt(), snapshot, measured);
                    if (!arrived.equals(measured.receipt())) {
                        throw new ApiException(
                                500,
                                "What arrived at \"%s\" is not what was sent"
                                        .formatted(target.name()));
                    }
                });
    }

    /// The one write that changes where the instance lives.
    private void settle(
            StoredInstance instance,
            Copy copy,
            Member target,
            MemberPhase phase,
            Map<String, String> keys) {
        try {
            database.decide(reader -> {
                var now = present(reader, instance);
                demandExpected(reader, copy);
                demandPhase(reader, target, phase);
                var batch =
                        Batch.builder()
                                .add(CopiesRepository.accept(copy))
                                .add(Instances.settle(now, target.id(), keys))
                                .add(CopiesRepository.insert(copy.leftOn(here.id())));
                return new Decision<>(batch.build(), now.id());
            });
        } catch (DatabaseException e) {
            // it may have been written all the same
            if (!livesOn(copy, target)) {
                throw e;
            }
        }
    }

    private boolean livesOn(Copy copy, Member target) {
        return database.readLatest(reader -> Instances.find(reader, copy.instance()))
                .filter(instance -> instance.member() == target.id())
                .isPresent();
    }

    private static void demandExpected(Reader reader, Copy copy) {
        if (CopiesRepository.find(reader, copy.attempt(), copy.member())
                .filter(Copy::arriving)
                .isEmpty()) {
            throw new ApiException(500, "The target has been restarted meanwhile");
        }
    }

    private static void demandPhase(Reader reader, Member target, MemberPhase phase) {
        if (MembersReader.all(reader).stream()
                .noneMatch(member -> member.id() == target.id() && member.phase() == phase)) {
            throw new ApiException(403, "Cluster member is evacuated");
        }
    }

    /// What has come there is nobody's; if that cannot be written now, [Leftovers] will.
    private void giveUp(Copy copy) {
        try {
            leftovers.giveUp(copy);
        } catch (DatabaseException | ApiException e) {
            LOG.warn("Gives the copy of {} up later: {}", copy.handle(), e.getMessage());
        }
    }
}
