package dev.pileus.domain.projects;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.pileus.api.ConfigUpdate;
import dev.pileus.api.NewProfile;
import dev.pileus.api.NewProject;
import dev.pileus.api.Project;
import dev.pileus.database.Batch;
import dev.pileus.database.Decision;
import dev.pileus.database.LocalDatabase;
import dev.pileus.domain.TestDatabase;
import dev.pileus.domain.networks.NetworkTenant;
import dev.pileus.domain.profiles.Devices;
import dev.pileus.domain.profiles.ProfileReferences;
import dev.pileus.domain.profiles.ProfileUse;
import dev.pileus.domain.profiles.ProfilesService;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectsTest {
    @TempDir Path folder;
    private LocalDatabase database;
    private ProjectsService projects;
    private ProfilesService profiles;

    @BeforeEach
    void open() {
        database = TestDatabase.standalone(folder);
        projects =
                new ProjectsService(
                        database,
                        List.of(new ProfileReferences(), new NetworkTenant()),
                        TestDatabase.silence());
        profiles =
                new ProfilesService(
                        database,
                        ProfileUse.NONE,
                        new Devices((reader, project, network) -> false),
                        TestDatabase.silence());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void hasADefaultProjectWithEverything() {
        var project = projects.get("default");
        assertThat(project.config())
                .containsOnly(
                        entry("features.images", "true"),
                        entry("features.networks", "true"),
                        entry("features.networks.zones", "true"),
                        entry("features.profiles", "true"),
                        entry("features.storage.buckets", "true"),
                        entry("features.storage.volumes", "true"));
        assertThat(project.usedBy()).containsExactly("/1.0/profiles/default");
        assertRefused(
                403, "The 'default' project cannot be deleted", () -> projects.delete("default"));
        assertRefused(
                403,
                "The 'default' project cannot be renamed",
                () -> projects.rename("default", "x"));
        assertRefused(
                400,
                "You can't change the features of the default project",
                () -> set("default", "features.images", "false"));
    }

    @Test
    void givesNewProjectsTheUsualFeaturesAndAProfile() {
        create("b", Map.of());
        var project = projects.get("b");
        assertThat(project.config())
                .containsOnlyKeys(
                        "features.images",
                        "features.profiles",
                        "features.storage.buckets",
                        "features.storage.volumes");
        assertThat(project.usedBy()).containsExactly("/1.0/profiles/default?project=b");
        assertThat(projects.list()).extracting(Project::name).containsExactly("b", "default");
        assertRefused(409, "A project named \"b\" already exists", () -> create("b", Map.of()));
    }

    @Test
    void sharesTheProfilesOfTheDefaultProjectWithoutTheFeature() {
        create("a", Map.of("features.profiles", "false"));
        assertThat(projects.get("a").usedBy()).isEmpty();
        profiles.create("a", new NewProfile("shared", "", Map.of(), Map.of()));
        assertThat(profiles.get("default", "shared").project()).isEqualTo("default");
        assertThat(projects.get("default").usedBy()).contains("/1.0/profiles/shared");
    }

    @Test
    void changesFeaturesOnlyWhileTheProjectIsEmpty() {
        create("b", Map.of());
        set("b", "features.profiles", "false");
        assertThat(projects.get("b").usedBy()).isEmpty();
        set("b", "features.profiles", "true");
        assertThat(projects.get("b").usedBy()).containsExactly("/1.0/profiles/default?project=b");
        profiles.create("b", new NewProfile("mine", "", Map.of(), Map.of()));
        assertRefused(
                400,
                "Project feature \"features.profiles\" cannot be disabled on non-empty projects",
                () -> set("b", "features.profiles", "false"));
        assertRefused(400, "Only empty projects can be removed", () -> projects.delete("b"));
        assertRefused(400, "Only empty projects can be renamed", () -> projects.rename("b", "c"));
        profiles.delete("b", "mine");
        projects.rename("b", "c");
        projects.delete("c");
        assertRefused(404, "Project not found", () -> projects.get("c"));
    }

    @Test
    void restrictsToGroupsThatExist() {
        create("b", Map.of("restricted.cluster.target", "allow"));
        set("b", "restricted.cluster.groups", "default");
        assertRefused(
                400,
                "Invalid project configuration key \"restricted.cluster.groups\" value: Cluster group \"nope\" doesn't exist",
                () -> set("b", "restricted.cluster.groups", "default,nope"));
    }

    @Test
    void keepsAGroupInUseAndFollowsItsName() {
        var groups = new ProjectGroups();
        database.write(
                Batch.builder()
                        .run("INSERT INTO cluster_groups (name) VALUES ('gpu')")
                        .run("INSERT INTO cluster_groups (name) VALUES ('fast')")
                        .build());
        create("b", Map.of("restricted.cluster.groups", "default, gpu"));
        List<String> users = database.read(reader -> groups.urls(reader, "gpu"));
        assertThat(users).containsExactly("/1.0/projects/b");
        database.decide(reader -> new Decision<>(groups.renamed(reader, "gpu", "fast"), ""));
        assertThat(projects.get("b").config())
                .contains(entry("restricted.cluster.groups", "default,fast"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|No name provided",
                "a b|Project names may not contain spaces",
                "a/b|Project names may not contain slashes",
                ".|Invalid project name \".\"",
                "*|Reserved project name",
                "_x|Project names may not contain underscores",
                "it's|Project names may not contain quotes"
            })
    void refusesNames(String name, String text) {
        assertRefused(400, text, () -> create(name, Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "foo|bar|Invalid project configuration key \"foo\"",
                "features.images|maybe|Invalid project configuration key \"features.images\" value: Invalid value for a boolean \"maybe\"",
                "restricted.cluster.target|maybe|Invalid project configuration key \"restricted.cluster.target\" value: Invalid value \"maybe\" (not one of [block allow])",
                "limits.memory|x|Invalid project configuration key \"limits.memory\" value: Invalid value: x"
            })
    void refusesKeysAndValues(String key, String value, String text) {
        assertRefused(400, text, () -> create("b", Map.of(key, value)));
        assertThat(projects.list()).hasSize(1);
    }

    private void create(String name, Map<String, String> config) {
        projects.create(new NewProject(name, "", config));
    }

    private void set(String name, String key, String value) {
        projects.update(
                name,
                present -> {
                    var config = new HashMap<>(present.config());
                    config.put(key, value);
                    return new ConfigUpdate(present.description(), config);
                });
    }
}
