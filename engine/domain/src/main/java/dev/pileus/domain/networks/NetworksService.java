package dev.pileus.domain.networks;

import dev.pileus.api.ApiException;
import dev.pileus.api.ConfigUpdate;
import dev.pileus.api.MemberConfigKey;
import dev.pileus.api.Network;
import dev.pileus.api.NetworkState;
import dev.pileus.api.NewNetwork;
import dev.pileus.api.Project;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Reader;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.Urls;
import dev.pileus.domain.definitions.Definitions;
import dev.pileus.domain.definitions.NewDefinition;
import dev.pileus.domain.definitions.Peers;
import dev.pileus.domain.definitions.Scope;
import dev.pileus.domain.definitions.Task;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.projects.Feature;
import dev.pileus.domain.projects.Projects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/// Networks (CONTRACT 14). Each call names the project somebody works in; which project owns its
/// networks is found here. Refusals are [ApiException]s. Safe for use by many threads.
public final class NetworksService {
    private final Database database;
    private final ThisMember self;
    private final HostInterfaces host;
    private final NetworkKind kind;
    private final Definitions networks;
    private final NetworkViews views;
    private final EventHub events;

    /// Keeps the networks of one database.
    ///
    /// @param random chooses addresses
    /// @param uses who may be connected to a network
    public NetworksService(
            Database database,
            ThisMember self,
            Peers peers,
            HostInterfaces host,
            RandomGenerator random,
            List<NetworkUse> uses,
            EventHub events) {
        this.database = database;
        this.self = self;
        this.host = host;
        this.events = events;
        this.kind = new NetworkKind(random, uses);
        this.networks = new Definitions(database, kind, self, peers);
        this.views = new NetworkViews(self, kind);
    }

    /// The managed ones by name, then what the host has besides them.
    public List<Network> list(String project) {
        return database.read(reader -> {
            var scope = scope(reader, project);
            var all = new ArrayList<Network>();
            networks.all(reader, scope)
                    .forEach(network -> all.add(views.of(reader, scope, network)));
            addUnmanaged(reader, scope, all);
            return all;
        });
    }

    private static Predicate<Network> isNamed(String name) {
        return network -> network.name().equals(name);
    }

    /// The managed ones of all projects, by project and name, then what the host has besides them.
    public List<Network> listAll() {
        return database.read(reader -> {
            var all = new ArrayList<Network>();
            for (var scope : scopes(reader)) {
                networks.all(reader, scope)
                        .forEach(network -> all.add(views.of(reader, scope, network)));
            }
            addUnmanaged(reader, scope(reader, Project.DEFAULT), all);
            return all;
        });
    }

    private void addUnmanaged(Reader reader, Scope scope, List<Network> all) {
        host.list().stream()
                .filter(found -> all.stream().noneMatch(isNamed(found.name())))
                .toList()
                .forEach(found -> all.add(views.unmanaged(reader, scope, found)));
    }

    public Network get(String project, String name) {
        return database.read(reader -> {
            var scope = scope(reader, project);
            return networks.find(reader, scope, name)
                    .map(network -> views.of(reader, scope, network))
                    .or(() ->
                            host.list().stream()
                                    .filter(found -> found.name().equals(name))
                                    .findFirst()
                                    .map(found -> views.unmanaged(reader, scope, found)))
                    .orElseThrow(() -> kind.words().notFound());
        });
    }

    /// The network as one member has it.
    public Network getOn(String project, String name, String member) {
        return database.read(reader -> {
            var scope = scope(reader, project);
            var network = networks.known(reader, scope, name);
            return views.of(reader, scope, network, networks.part(reader, network, member));
        });
    }

    /// How locations call this member.
    String memberName() {
        return self.name();
    }

    /// A managed network as this member has it.
    Optional<Network> here(String project, String name) {
        if (!database.read(reader -> exists(reader, project, name))) {
            return Optional.empty();
        }
        return Optional.of(
                self.isClustered() ? getOn(project, name, self.name()) : get(project, name));
    }

    /// What the interface of that name does on this host.
    public NetworkState state(String name) {
        return host.state(name)
                .orElseThrow(() ->
                        new ApiException(
                                404, "Network interface \"%s\" not found".formatted(name)));
    }

    /// First step in a cluster: what the network will be on one member.
    public void define(String project, String member, NewNetwork wanted) {
        demandNoOther(wanted.name());
        demandRoom(project, wanted.name());
        networks.define(scope(project), member, definition(wanted));
    }

    /// Last step in a cluster, the only one elsewhere. Can be repeated until it succeeds.
    public void create(String project, NewNetwork wanted) {
        var scope = scope(project);
        demandNoOther(wanted.name());
        demandRoom(project, wanted.name());
        networks.create(scope, definition(wanted));
        tell("network-created", scope, wanted.name());
    }

    /// One that is not there yet is one more.
    private void demandRoom(String project, String name) {
        database.read(reader -> {
            var owner = Projects.owner(reader, project, Feature.NETWORKS);
            if (!exists(reader, project, name)) {
                new NetworkTenant().checkOneMore(reader, owner);
            }
            return owner;
        });
    }

    /// What the host has under that name cannot become a bridge.
    private void demandNoOther(String name) {
        host.list().stream()
                .filter(found -> found.name().equals(name))
                .filter(found -> !found.type().equals(NetworkKind.BRIDGE))
                .findFirst()
                .ifPresent(found -> {
                    throw new ApiException(
                            400,
                            "Network interface \"%s\" exists already, of type %s"
                                    .formatted(name, found.type()));
                });
    }

    /// Changes what is the same everywhere.
    ///
    /// @param edit may throw to refuse, and is repeated when somebody else was faster
    public void update(String project, String name, UnaryOperator<ConfigUpdate> edit) {
        var scope = scope(project);
        networks.update(scope, name, edit);
        tell("network-updated", scope, name);
    }

    /// Changes the keys of one member.
    ///
    /// @param edit may throw to refuse, and is repeated when somebody else was faster
    public void updateOn(
            String project, String name, String member, UnaryOperator<ConfigUpdate> edit) {
        var scope = scope(project);
        networks.updateOn(scope, name, member, edit);
        tell("network-updated", scope, name);
    }

    public void rename(String project, String name, String newName) {
        if (self.isClustered()) {
            throw new ApiException(400, "Renaming clustered network not supported");
        }
        var scope = scope(project);
        networks.rename(scope, name, newName);
        events.tell(happening("network-renamed", scope, newName).with("old_name", name));
    }

    public void delete(String project, String name) {
        var scope = scope(project);
        networks.delete(scope, name);
        tell("network-deleted", scope, name);
    }

    private void tell(String action, Scope scope, String network) {
        events.tell(happening(action, scope, network));
    }

    private static Happening happening(String action, Scope scope, String network) {
        return Happening.of(action, Urls.in(scope.projectName(), "networks", network))
                .in(scope.projectName());
    }

    /// Whether somebody who works in the project can be connected to such a managed network.
    public boolean exists(Reader reader, String project, String name) {
        return networks.find(reader, scope(reader, project), name).isPresent();
    }

    /// The form for a newcomer.
    public List<MemberConfigKey> memberConfig(Reader reader) {
        return scopes(reader).stream()
                .flatMap(scope -> networks.memberConfig(reader, scope).stream())
                .toList();
    }

    /// What another member asked this one to do on its host.
    public void perform(Task task) {
        networks.perform(scope(task.project()), task);
    }

    /// Notes the networks of a newcomer.
    ///
    /// @param config its keys, by network
    public Batch join(Reader reader, long newcomer, Map<String, Map<String, String>> config) {
        var batch = Batch.builder();
        scopes(reader).forEach(scope -> batch.add(networks.join(reader, scope, newcomer, config)));
        return batch.build();
    }

    private Scope scope(String project) {
        return database.read(reader -> scope(reader, project));
    }

    private static Scope scope(Reader reader, String project) {
        var owner = Projects.owner(reader, project, Feature.NETWORKS);
        return Scope.project(owner.id(), owner.name());
    }

    private static List<Scope> scopes(Reader reader) {
        return Projects.all(reader).stream()
                .map(project -> Scope.project(project.id(), project.name()))
                .toList();
    }

    private static NewDefinition definition(NewNetwork wanted) {
        return new NewDefinition(
                wanted.name(),
                wanted.type().isEmpty() ? NetworkKind.BRIDGE : wanted.type(),
                wanted.description(),
                wanted.config());
    }
}
