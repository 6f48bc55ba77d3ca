package dev.pileus.domain.projects;

import dev.pileus.api.ApiException;
import dev.pileus.api.ConfigUpdate;
import dev.pileus.api.NewProject;
import dev.pileus.api.Project;
import dev.pileus.api.ProjectState;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.Urls;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.options.Options;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Projects (CONTRACT 18). Refusals are [ApiException]s. Safe for use by many threads.
public final class ProjectsService {
    private static final List<String> LIMITED =
            List.of(
                    "containers",
                    "cpu",
                    "disk",
                    "instances",
                    "memory",
                    "networks",
                    "processes",
                    "virtual-machines");

    private final Database database;
    private final List<ProjectTenant> tenants;
    private final EventHub events;

    /// Keeps the projects of one database.
    ///
    /// @param tenants the features whose objects live in projects
    public ProjectsService(Database database, List<ProjectTenant> tenants, EventHub events) {
        this.database = database;
        this.tenants = List.copyOf(tenants);
        this.events = events;
    }

    /// By name.
    public List<Project> list() {
        return database.read(reader ->
                ProjectsRepository.all(reader).stream()
                        .map(project -> shown(reader, project))
                        .toList());
    }

    public Project get(String name) {
        return database.read(reader -> shown(reader, Projects.known(reader, name)));
    }

    public void create(NewProject wanted) {
        ProjectNames.check(wanted.name());
        var config = new TreeMap<>(Options.present(wanted.config()));
        Arrays.stream(Feature.values())
                .filter(Feature::isUsual)
                .forEach(feature -> config.putIfAbsent(feature.key(), "true"));
        ProjectOptions.check(config);
        database.decide(reader -> {
            checkGroups(reader, config);
            demandFree(reader, wanted.name());
            return new Decision<>(
                    Batch.builder()
                            .add(
                                    ProjectsRepository.insert(
                                            wanted.name(), wanted.description(), config))
                            .add(furnish(wanted.name(), config))
                            .build(),
                    "");
        });
        events.tell(happening("project-created", wanted.name()));
    }

    /// Changes description and config.
    ///
    /// @param edit may throw to refuse, and is repeated when somebody else was faster
    public void update(String name, UnaryOperator<ConfigUpdate> edit) {
        database.decide(reader -> {
            var project = Projects.known(reader, name);
            var wanted = edit.apply(new ConfigUpdate(project.description(), project.config()));
            var config = Options.present(wanted.config());
            ProjectOptions.check(config);
            checkGroups(reader, config);
            tenants.forEach(tenant -> tenant.checkLimits(reader, project, config));
            var batch =
                    Batch.builder()
                            .add(ProjectsRepository.update(project, wanted.description(), config));
            if (changesFeatures(reader, project, config)) {
                batch.add(furnish(name, config));
            }
            return new Decision<>(batch.build(), "");
        });
        events.tell(happening("project-updated", name));
    }

    /// Refuses what [#rename] would refuse.
    public void checkRename(String name, String newName) {
        database.readLatest(reader -> renamable(reader, name, newName));
    }

    public void rename(String name, String newName) {
        database.decide(reader ->
                new Decision<>(
                        ProjectsRepository.rename(renamable(reader, name, newName), newName), ""));
        events.tell(happening("project-renamed", newName).with("old_name", name));
    }

    private StoredProject renamable(Reader reader, String name, String newName) {
        var project = Projects.known(reader, name);
        if (project.isDefault()) {
            throw new ApiException(403, "The 'default' project cannot be renamed");
        }
        ProjectNames.check(newName);
        demandFree(reader, newName);
        if (!isEmpty(reader, project)) {
            throw new ApiException(400, "Only empty projects can be renamed");
        }
        return project;
    }

    public void delete(String name) {
        database.decide(reader -> {
            var project = Projects.known(reader, name);
            if (project.isDefault()) {
                throw new ApiException(403, "The 'default' project cannot be deleted");
            }
            if (!isEmpty(reader, project)) {
                throw new ApiException(400, "Only empty projects can be removed");
            }
            return new Decision<>(ProjectsRepository.delete(project), "");
        });
        events.tell(happening("project-deleted", name));
    }

    private static Happening happening(String action, String project) {
        return Happening.of(action, Urls.of("projects", project)).in(project);
    }

    private boolean changesFeatures(
            Reader reader, StoredProject project, Map<String, String> config) {
        var changed =
                Arrays.stream(Feature.values())
                        .filter(feature -> project.has(feature) != feature.isIn(config))
                        .findFirst();
        if (changed.isEmpty()) {
            return false;
        }
        if (project.isDefault()) {
            throw new ApiException(400, "You can't change the features of the default project");
        }
        if (!isEmpty(reader, project)) {
            throw new ApiException(
                    400,
                    "Project feature \"%s\" cannot be %s on non-empty projects"
                            .formatted(
                                    changed.get().key(),
                                    project.has(changed.get()) ? "disabled" : "enabled"));
        }
        return true;
    }

    private Batch furnish(String name, Map<String, String> config) {
        var batch = Batch.builder();
        tenants.forEach(tenant -> batch.add(tenant.furnish(name, config)));
        return batch.build();
    }

    private boolean isEmpty(Reader reader, StoredProject project) {
        return tenants.stream().allMatch(tenant -> tenant.obstacles(reader, project).isEmpty());
    }

    /// How much of its limits a project uses.
    public ProjectState state(Project project) {
        var usage = new HashMap<String, Long>();
        database.read(reader -> {
            var stored = Projects.known(reader, project.name());
            tenants.forEach(tenant -> usage.putAll(tenant.usage(reader, stored)));
            return stored;
        });
        var shares = new TreeMap<String, ProjectState.Share>();
        for (var resource : LIMITED) {
            shares.put(
                    resource,
                    new ProjectState.Share(
                            ProjectOptions.limit(project.config(), resource),
                            usage.getOrDefault(resource, 0L)));
        }
        return new ProjectState(shares);
    }

    /// The refusal where there is no such project, or none that somebody may know of.
    public static ApiException unknown() {
        return Projects.unknown();
    }

    private Project shown(Reader reader, StoredProject project) {
        return new Project(
                project.name(),
                project.description(),
                new TreeMap<>(project.config()),
                tenants.stream()
                        .flatMap(tenant -> tenant.urls(reader, project).stream())
                        .sorted()
                        .toList());
    }

    private static void checkGroups(Reader reader, Map<String, String> config) {
        var groups = config.get(ProjectOptions.RESTRICTED_GROUPS);
        if (groups == null) {
            return;
        }
        for (var group : groups.split(",", -1)) {
            if (!ProjectsRepository.isGroup(reader, group.strip())) {
                throw ProjectOptions.refusal(
                        ProjectOptions.RESTRICTED_GROUPS,
                        "Cluster group \"%s\" doesn't exist".formatted(group.strip()));
            }
        }
    }

    private static void demandFree(Reader reader, String name) {
        if (Projects.find(reader, name).isPresent()) {
            throw new ApiException(409, "A project named \"%s\" already exists".formatted(name));
        }
    }
}
