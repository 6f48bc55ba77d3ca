package dev.pileus.domain.instances;

import dev.pileus.api.Instance;
import dev.pileus.api.InstanceSnapshot;
import dev.pileus.api.InstanceState;
import dev.pileus.database.Database;
import dev.pileus.domain.ThisMember;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Shows the instances of all members. Those of a member that does not answer are shown with the
/// status `Error` (CONTRACT 15.1). Safe for use by many threads.
public final class InstanceLists {
    private final Database database;
    private final ThisMember here;
    private final Containers containers;
    private final OtherMembers others;

    public InstanceLists(
            Database database, ThisMember here, Containers containers, OtherMembers others) {
        this.database = database;
        this.here = here;
        this.containers = containers;
        this.others = others;
    }

    /// One after the other, by project and name.
    ///
    /// @param project empty: all
    public Stream<Instance> list(String project, Depth depth) {
        var instances =
                database.read(reader ->
                        project.isEmpty() ? Instances.all(reader) : Instances.in(reader, project));
        var snapshots =
                depth == Depth.EVERYTHING
                        ? database.read(reader -> SnapshotsRepository.byInstance(reader, project))
                        : Map.<Long, List<InstanceSnapshot>>of();
        var states = states(instances, depth == Depth.EVERYTHING);
        return instances.stream()
                .map(instance ->
                        shown(
                                instance,
                                depth,
                                states.getOrDefault(instance.location(), Optional.empty()),
                                snapshots.get(instance.id())));
    }

    /// The URLs alone, by project and name: nobody is asked.
    ///
    /// @param project empty: of all
    public List<String> urls(String project) {
        return database.read(reader -> InstancesRepository.urls(reader, project));
    }

    /// One instance, which lives here.
    public Instance show(StoredInstance instance, Depth depth) {
        var states = Optional.of(own(List.of(instance), depth == Depth.EVERYTHING));
        var snapshots =
                depth == Depth.EVERYTHING
                        ? database.read(reader -> SnapshotsRepository.all(reader, instance))
                        : List.<StoredSnapshot>of();
        return shown(
                instance,
                depth,
                states,
                snapshots.isEmpty()
                        ? null
                        : snapshots.stream().map(StoredSnapshot::shown).toList());
    }

    /// What an instance that lives here uses.
    public InstanceState state(StoredInstance instance) {
        return containers.state(instance.handle());
    }

    /// What this member's instances do that are up, by [StoredInstance#handle].
    public Map<String, InstanceState> here(boolean detailed) {
        return own(database.read(reader -> Instances.on(reader, here.id())), detailed);
    }

    private static Instance shown(
            StoredInstance instance,
            Depth depth,
            Optional<Map<String, InstanceState>> states,
            @Nullable List<InstanceSnapshot> snapshots) {
        if (states.isEmpty()) {
            return instance.shown(Power.UNKNOWN, null, snapshots);
        }
        var state = states.get().getOrDefault(instance.handle(), stopped());
        var power = power(state);
        return instance.shown(power, depth == Depth.EVERYTHING ? state : null, snapshots);
    }

    private static Power power(InstanceState state) {
        return Stream.of(Power.values())
                .filter(power -> power.code() == state.statusCode())
                .findFirst()
                .orElse(Power.UNKNOWN);
    }

    private static InstanceState stopped() {
        return InstanceState.idle(Power.STOPPED.status(), Power.STOPPED.code());
    }

    /// By member; empty for those that do not answer.
    private Map<String, Optional<Map<String, InstanceState>>> states(
            List<StoredInstance> instances, boolean detailed) {
        var byMember = instances.stream().collect(Collectors.groupingBy(StoredInstance::location));
        var states = new ConcurrentHashMap<String, Optional<Map<String, InstanceState>>>();
        inParallel(
                byMember.entrySet().stream()
                        .<Runnable>map(member ->
                                () -> {
                                    var found =
                                            member.getKey().equals(here.name())
                                                    ? Optional.of(own(member.getValue(), detailed))
                                                    : others.states(member.getKey(), detailed);
                                    states.put(member.getKey(), found);
                                })
                        .toList());
        return states;
    }

    private Map<String, InstanceState> own(List<StoredInstance> instances, boolean detailed) {
        var up = containers.powers();
        var states = new ConcurrentHashMap<String, InstanceState>();
        inParallel(
                instances.stream()
                        .map(StoredInstance::handle)
                        .filter(up::containsKey)
                        .<Runnable>map(handle ->
                                () -> {
                                    var power = up.getOrDefault(handle, Power.STOPPED);
                                    states.put(
                                            handle,
                                            detailed
                                                    ? containers.state(handle)
                                                    : InstanceState.idle(
                                                            power.status(), power.code()));
                                })
                        .toList());
        return states;
    }

    private static void inParallel(List<Runnable> work) {
        if (work.size() < 2) {
            work.forEach(Runnable::run);
            return;
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<?> running : work.stream().map(threads::submit).toList()) {
                var ignored = running.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("An instance cannot be asked", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while instances were asked", e);
        }
    }
}
