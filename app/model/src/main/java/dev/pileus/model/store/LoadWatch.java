package dev.pileus.model.store;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.MemberState;
import dev.pileus.api.MemberStatus;
import dev.pileus.api.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Asks every member how loaded it is, each on a virtual thread of its own, so that a silent one
/// delays nobody. A member that has not answered yet is not asked again.
final class LoadWatch {
    /// Keeps big clusters from being asked more than twenty times a second.
    private static final Duration PER_MEMBER = Duration.ofMillis(50);

    /// Reading the hardware costs the server much more than reading the load.
    private static final Duration HARDWARE_AGE = Duration.ofSeconds(30);

    private static final int AT_ONCE = 32;
    private static final String STATE_EXTENSION = "cluster_member_state";

    private static final Resources UNKNOWN_HARDWARE =
            new Resources(
                    new Resources.Cpu("", 0),
                    new Resources.Memory(0, 0),
                    new Resources.Load(0, 0, 0, 0));

    private final ClusterSource source;
    private final Board board;
    private final MemberBook book;
    private final Duration patience;
    private final Runnable news;
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Map<String, Hardware> hardware = new ConcurrentHashMap<>();
    private Instant nextRound = Instant.MIN;

    /// @param news called after each answer
    LoadWatch(
            ClusterSource source, Board board, MemberBook book, Duration patience, Runnable news) {
        this.source = source;
        this.board = board;
        this.book = book;
        this.patience = patience;
        this.news = news;
    }

    /// Begins to ask all members; returns at once. Called by one thread only.
    void ask() {
        var now = board.time().instant();
        if (now.isBefore(nextRound)) {
            return;
        }
        var members = book.members();
        nextRound = now.plus(PER_MEMBER.multipliedBy(members.size()));
        hardware.keySet().retainAll(members.stream().map(ClusterMember::serverName).toList());
        members.stream()
                .filter(member -> member.condition() != MemberStatus.OFFLINE)
                .map(ClusterMember::serverName)
                .filter(asked::add)
                .forEach(name -> Thread.ofVirtual().name("load-" + name).start(() -> read(name)));
    }

    private void read(String name) {
        try {
            turns.acquire();
            try {
                book.loaded(name, load(name), board.time().instant());
            } finally {
                turns.release();
            }
        } catch (TroubleException silent) {
            book.silent(name);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            asked.remove(name);
            news.run();
        }
    }

    private MemberLoad load(String name) {
        var state = state(name);
        if (state.isEmpty()) {
            return ofHardware(resources(name, true));
        }
        return combine(state.get().sysinfo(), resourcesIfAllowed(name));
    }

    /// A restricted client may see less.
    private Resources resourcesIfAllowed(String name) {
        try {
            return resources(name, false);
        } catch (TroubleException refused) {
            return UNKNOWN_HARDWARE;
        }
    }

    private Optional<MemberState> state(String name) {
        var server = board.image().server();
        if (!server.apiExtensions().isEmpty() && !server.has(STATE_EXTENSION)) {
            return Optional.empty();
        }
        try {
            return Optional.of(source.state(name, patience));
        } catch (TroubleException refused) {
            if (refused.trouble() instanceof Trouble.Refused) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private Resources resources(String name, boolean anew) {
        var now = board.time().instant();
        var known = hardware.get(name);
        if (!anew && known != null && now.isBefore(known.readAt.plus(HARDWARE_AGE))) {
            return known.resources;
        }
        var resources = source.resources(name, patience);
        hardware.put(name, new Hardware(resources, now));
        return resources;
    }

    /// The state counts the page cache as used memory, the resources do not.
    private static MemberLoad combine(MemberState.SystemInfo system, Resources resources) {
        var averages = system.loadAverages();
        var memory = resources.memory();
        var known = memory.total() > 0;
        return new MemberLoad(
                averages.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(averages.getFirst()),
                resources.cpu().total(),
                known ? memory.used() : system.totalRam() - system.freeRam(),
                known ? memory.total() : system.totalRam(),
                Optional.of(Duration.ofSeconds(system.uptime())));
    }

    /// A server that counts no processes does not tell the load either.
    private static MemberLoad ofHardware(Resources resources) {
        var load = resources.load();
        return new MemberLoad(
                load.processes() == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(load.average1Min()),
                resources.cpu().total(),
                resources.memory().used(),
                resources.memory().total(),
                Optional.empty());
    }

    private record Hardware(Resources resources, Instant readAt) {}
}
