package dev.pileus.domain.moves;

import dev.pileus.api.ApiException;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.instances.Containers;
import dev.pileus.domain.instances.InstanceWork;
import dev.pileus.domain.instances.Instances;
import dev.pileus.domain.instances.Pools;
import dev.pileus.domain.instances.StoredInstance;
import dev.pileus.domain.instances.Volume;
import dev.pileus.domain.instances.VolumeFolders;
import dev.pileus.domain.members.MembersReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes away copies of instances that live elsewhere: what moves leave behind when they are done,
/// and when they break off. Safe for use by many threads.
public final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final Database database;
    private final ThisMember here;
    private final InstanceWork work;
    private final Pools pools;
    private final VolumeFolders folders;
    private final Containers containers;
    private final MovePeers peers;

    /// The moves from this member that are under way.
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    public Leftovers(
            Database database,
            ThisMember here,
            InstanceWork work,
            Pools pools,
            VolumeFolders folders,
            Containers containers,
            MovePeers peers) {
        this.database = database;
        this.here = here;
        this.work = work;
        this.pools = pools;
        this.folders = folders;
        this.containers = containers;
        this.peers = peers;
    }

    /// Ends what an earlier daemon of this member was in the midst of: to be called once, at the
    /// start.
    public void begin() throws InterruptedException {
        var own = database.readLatest(reader -> CopiesRepository.on(reader, here.id()));
        own.stream().filter(Copy::arriving).forEach(this::condemn);
        look();
    }

    /// Takes away what can be taken away now. To be called now and then: members that did not
    /// answer come back, folders that were busy are not any more.
    public void look() throws InterruptedException {
        database.read(reader -> CopiesRepository.sentBy(reader, here.id())).stream()
                .filter(copy -> !underWay.contains(copy.attempt()))
                .forEach(this::giveUp);
        for (var copy : database.read(reader -> CopiesRepository.on(reader, here.id()))) {
            if (!copy.arriving()) {
                attempt(copy);
            }
        }
    }

    /// A move from this member begins.
    void begins(Copy copy) {
        underWay.add(copy.attempt());
    }

    void ends(Copy copy) {
        underWay.remove(copy.attempt());
    }

    /// What has come to another member is nobody's, and is taken away there.
    void giveUp(Copy copy) {
        condemn(copy);
        database.read(MembersReader::all).stream()
                .filter(member -> member.id() == copy.member())
                .forEach(peers::haveCleared);
    }

    /// From now on it will never become the instance.
    private void condemn(Copy copy) {
        database.decide(reader -> new Decision<>(CopiesRepository.condemn(copy), copy.attempt()));
    }

    /// The same at once or, if that fails, later.
    void attempt(Copy copy) throws InterruptedException {
        try {
            work.alone(copy.instance(), () -> clear(copy));
        } catch (RuntimeException e) {
            LOG.warn("Takes the copy of {} away later: {}", copy.handle(), e.getMessage());
        }
    }

    private void clear(Copy copy) {
        var state = database.readLatest(reader -> state(reader, copy));
        if (state == State.WANTED) {
            return;
        }
        if (state == State.NOBODYS) {
            place(copy).ifPresent(this::delete);
            containers.forget(copy.handle());
        }
        database.decide(reader -> new Decision<>(CopiesRepository.forget(copy), copy.attempt()));
    }

    private State state(Reader reader, Copy copy) {
        var known = CopiesRepository.find(reader, copy.attempt(), here.id());
        if (known.isEmpty() || known.get().arriving()) {
            return State.WANTED;
        }
        // a new instance may have got the name, and the place with it
        return names(Instances.on(reader, here.id())).contains(copy.handle())
                ? State.TAKEN
                : State.NOBODYS;
    }

    private static List<String> names(List<StoredInstance> instances) {
        return instances.stream().map(StoredInstance::handle).toList();
    }

    /// Empty when the pool is gone, and everything on it.
    private Optional<Volume> place(Copy copy) {
        try {
            return Optional.of(new Volume(pools.place(copy.pool()), copy.handle()));
        } catch (ApiException e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void delete(Volume volume) {
        folders.delete(volume.snapshots());
        folders.delete(volume.folder());
    }

    private enum State {
        /// Not for us to take away.
        WANTED,
        /// The place is another instance's by now.
        TAKEN,
        NOBODYS
    }
}
