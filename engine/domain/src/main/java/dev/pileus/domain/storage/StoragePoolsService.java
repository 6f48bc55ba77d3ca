package dev.pileus.domain.storage;

import dev.pileus.api.ConfigUpdate;
import dev.pileus.api.MemberConfigKey;
import dev.pileus.api.MemberState.PoolUsage;
import dev.pileus.api.NewStoragePool;
import dev.pileus.api.StoragePool;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Reader;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.Urls;
import dev.pileus.domain.definitions.Definition;
import dev.pileus.domain.definitions.Definitions;
import dev.pileus.domain.definitions.NewDefinition;
import dev.pileus.domain.definitions.Part;
import dev.pileus.domain.definitions.Peers;
import dev.pileus.domain.definitions.Scope;
import dev.pileus.domain.definitions.Stage;
import dev.pileus.domain.definitions.Task;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Storage pools (CONTRACT 13). Refusals are [ApiException]s. Safe for use by many threads.
public final class StoragePoolsService {
    private final Database database;
    private final ThisMember self;
    private final PoolKind kind;
    private final Definitions pools;
    private final EventHub events;

    /// Keeps the pools of one database.
    ///
    /// @param drivers what this member's host can do
    /// @param uses who else may be on a pool
    public StoragePoolsService(
            Database database,
            ThisMember self,
            Peers peers,
            List<PoolDriver> drivers,
            List<PoolUse> uses,
            EventHub events) {
        this.database = database;
        this.self = self;
        this.events = events;
        this.kind =
                new PoolKind(
                        drivers.stream()
                                .collect(Collectors.toMap(PoolDriver::name, Function.identity())),
                        uses);
        this.pools = new Definitions(database, kind, self, peers);
    }

    /// By name, without the keys that differ per member.
    public List<StoragePool> list() {
        return database.read(reader ->
                pools.all(reader, Scope.SERVER).stream().map(pool -> shown(reader, pool)).toList());
    }

    public StoragePool get(String name) {
        return database.read(reader -> shown(reader, known(reader, name)));
    }

    /// The pool as one member has it.
    public StoragePool getOn(String name, String member) {
        return database.read(reader -> {
            var pool = known(reader, name);
            return shown(reader, pool, pools.part(reader, pool, member));
        });
    }

    /// First step in a cluster: what the pool will be on one member.
    public void define(String member, NewStoragePool wanted) {
        pools.define(Scope.SERVER, member, definition(wanted));
    }

    /// Last step in a cluster, the only one elsewhere. Can be repeated until it succeeds.
    public void create(NewStoragePool wanted) {
        pools.create(Scope.SERVER, definition(wanted));
        tell("storage-pool-created", wanted.name());
    }

    /// Changes what is the same everywhere.
    ///
    /// @param edit may throw to refuse, and is repeated when somebody else was faster
    public void update(String name, UnaryOperator<ConfigUpdate> edit) {
        pools.update(Scope.SERVER, name, edit);
        tell("storage-pool-updated", name);
    }

    /// Changes the keys of one member.
    ///
    /// @param edit may throw to refuse, and is repeated when somebody else was faster
    public void updateOn(String name, String member, UnaryOperator<ConfigUpdate> edit) {
        pools.updateOn(Scope.SERVER, name, member, edit);
        tell("storage-pool-updated", name);
    }

    public void delete(String name) {
        pools.delete(Scope.SERVER, name);
        tell("storage-pool-deleted", name);
    }

    private void tell(String action, String pool) {
        events.tell(Happening.of(action, Urls.of("storage-pools", pool)));
    }

    /// How full the pool is on this member.
    public PoolUsage usage(String name) {
        return usageOf(database.read(reader -> known(reader, name)));
    }

    /// How full all pools are that this member has.
    public Map<String, PoolUsage> usages() {
        var usages = new TreeMap<String, PoolUsage>();
        database.read(reader -> pools.all(reader, Scope.SERVER)).stream()
                .filter(pool ->
                        pool.on(self.id())
                                .filter(part -> part.stage() == Stage.CREATED)
                                .isPresent())
                .forEach(pool -> usages.put(pool.name(), usageOf(pool)));
        return usages;
    }

    /// The form for a newcomer.
    public List<MemberConfigKey> memberConfig(Reader reader) {
        return pools.memberConfig(reader, Scope.SERVER);
    }

    /// What another member asked this one to do on its host.
    public void perform(Task task) {
        pools.perform(Scope.SERVER, task);
    }

    /// Makes a pool of the cluster that this server is about to join.
    ///
    /// @param pool as the cluster has it
    /// @param config the keys that are this member's own
    /// @return those to be noted when the server has joined
    public Map<String, String> prepare(StoragePool pool, Map<String, String> config) {
        var all = new TreeMap<>(pool.config());
        all.putAll(config);
        var wanted = new NewDefinition(pool.name(), pool.driver(), "", all);
        kind.check(wanted);
        return kind.driver(pool.driver()).create(pool.name(), wanted.config());
    }

    /// Undoes [#prepare].
    ///
    /// @param config what it returned
    public void undo(StoragePool pool, Map<String, String> config) {
        kind.driver(pool.driver()).delete(pool.name(), config);
    }

    /// Removes this member's parts of all pools from its host: it leaves the cluster.
    public void leave() {
        database.read(reader -> pools.all(reader, Scope.SERVER))
                .forEach(pool ->
                        pool.on(self.id())
                                .filter(part -> part.stage() == Stage.CREATED)
                                .ifPresent(part ->
                                        kind.driver(pool.type())
                                                .delete(pool.name(), pool.config(part))));
    }

    /// Notes the pools of a newcomer.
    ///
    /// @param config what [#prepare] returned, by pool
    public Batch join(Reader reader, long newcomer, Map<String, Map<String, String>> config) {
        return pools.join(reader, Scope.SERVER, newcomer, config);
    }

    private PoolUsage usageOf(Definition pool) {
        var part = pool.on(self.id()).orElseThrow(() -> kind.words().notFound());
        return kind.driver(pool.type()).usage(pool.name(), pool.config(part));
    }

    private Definition known(Reader reader, String name) {
        return pools.known(reader, Scope.SERVER, name);
    }

    private StoragePool shown(Reader reader, Definition pool) {
        if (!self.isClustered()) {
            var own = pool.on(self.id());
            if (own.isPresent()) {
                return shown(reader, pool, own.get());
            }
        }
        return shown(reader, pool, pool.config(), pool.stage());
    }

    private StoragePool shown(Reader reader, Definition pool, Part part) {
        return shown(reader, pool, pool.config(part), part.stage());
    }

    private StoragePool shown(
            Reader reader, Definition pool, Map<String, String> config, Stage stage) {
        return new StoragePool(
                new TreeMap<>(config),
                pool.description(),
                pool.name(),
                pool.type(),
                kind.usedBy(reader, Scope.SERVER, pool),
                stage.status(),
                pool.locations());
    }

    private static NewDefinition definition(NewStoragePool wanted) {
        return new NewDefinition(
                wanted.name(), wanted.driver(), wanted.description(), wanted.config());
    }
}
