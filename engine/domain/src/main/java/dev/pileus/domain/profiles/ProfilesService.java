package dev.pileus.domain.profiles;

import dev.pileus.api.ApiException;
import dev.pileus.api.NewProfile;
import dev.pileus.api.Profile;
import dev.pileus.api.ProfileUpdate;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.Urls;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.options.Options;
import dev.pileus.domain.projects.Feature;
import dev.pileus.domain.projects.Projects;
import dev.pileus.domain.projects.StoredProject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Profiles (CONTRACT 18). Each call names the project somebody works in; which project owns its
/// profiles is found here. Refusals are [ApiException]s. Safe for use by many threads.
public final class ProfilesService {
    private final Database database;
    private final ProfileUse use;
    private final Devices devices;
    private final EventHub events;

    /// Keeps the profiles of one database.
    public ProfilesService(Database database, ProfileUse use, Devices devices, EventHub events) {
        this.database = database;
        this.use = use;
        this.events = events;
        this.devices = devices;
    }

    /// By name.
    public List<Profile> list(String project) {
        return database.read(reader -> {
            var owner = owner(reader, project);
            return ProfilesRepository.all(reader, owner.id()).stream()
                    .map(profile -> shown(reader, owner, profile))
                    .toList();
        });
    }

    /// Those of all projects, by project and name.
    public List<Profile> listAll() {
        return database.read(reader ->
                Projects.all(reader).stream()
                        .flatMap(project ->
                                ProfilesRepository.all(reader, project.id()).stream()
                                        .map(profile -> shown(reader, project, profile)))
                        .toList());
    }

    /// The project whose profiles are meant when somebody works in a project.
    public String owner(String project) {
        return database.read(reader -> owner(reader, project).name());
    }

    public Profile get(String project, String name) {
        return database.read(reader -> {
            var owner = owner(reader, project);
            return shown(reader, owner, known(reader, owner, name));
        });
    }

    public void create(String project, NewProfile wanted) {
        checkName(wanted.name());
        var content =
                present(new ProfileUpdate(wanted.description(), wanted.config(), wanted.devices()));
        InstanceOptions.checkProfile(content.config());
        var home =
                database.decide(reader -> {
                    var owner = owner(reader, project);
                    devices.check(reader, owner.name(), content.devices());
                    demandFree(reader, owner, wanted.name());
                    return new Decision<>(
                            ProfilesRepository.insert(owner.name(), wanted.name(), content),
                            owner.name());
                });
        events.tell(happening("profile-created", home, wanted.name()));
    }

    /// Changes description, config and devices.
    ///
    /// @param edit may throw to refuse, and is repeated when somebody else was faster
    public void update(String project, String name, UnaryOperator<ProfileUpdate> edit) {
        var home =
                database.decide(reader -> {
                    var owner = owner(reader, project);
                    var profile = known(reader, owner, name);
                    var content = present(edit.apply(profile.writable()));
                    InstanceOptions.checkProfile(content.config());
                    devices.check(reader, owner.name(), content.devices());
                    demandRoots(reader, profile, content);
                    use.checkChange(reader, profile.id(), content);
                    return new Decision<>(
                            ProfilesRepository.update(owner.name(), profile, content),
                            owner.name());
                });
        events.tell(happening("profile-updated", home, name));
    }

    /// Instances keep the root disk that they live on.
    private void demandRoots(Reader reader, StoredProfile profile, ProfileUpdate wanted) {
        profile.writable()
                .devices()
                .forEach((name, keys) -> {
                    var after = wanted.devices().getOrDefault(name, Map.of());
                    var same =
                            Stream.of("type", "path", "pool")
                                    .allMatch(key -> Objects.equals(keys.get(key), after.get(key)));
                    if (Devices.isRoot(keys)
                            && !same
                            && use.relies(reader, profile.id(), name, keys)) {
                        throw new ApiException(
                                400,
                                "At least one instance relies on this profile's root disk device");
                    }
                });
    }

    public void rename(String project, String name, String newName) {
        var home =
                database.decide(reader -> {
                    var owner = owner(reader, project);
                    var profile = known(reader, owner, name);
                    if (profile.isDefault()) {
                        throw new ApiException(403, "The \"default\" profile cannot be renamed");
                    }
                    checkName(newName);
                    demandFree(reader, owner, newName);
                    return new Decision<>(
                            ProfilesRepository.rename(profile, newName), owner.name());
                });
        events.tell(happening("profile-renamed", home, newName).with("old_name", name));
    }

    public void delete(String project, String name) {
        var home =
                database.decide(reader -> {
                    var owner = owner(reader, project);
                    var profile = known(reader, owner, name);
                    if (profile.isDefault()) {
                        throw new ApiException(403, "The \"default\" profile cannot be deleted");
                    }
                    if (!use.urls(reader, profile.id()).isEmpty()) {
                        throw new ApiException(400, "Profile is currently in use");
                    }
                    return new Decision<>(ProfilesRepository.delete(profile), owner.name());
                });
        events.tell(happening("profile-deleted", home, name));
    }

    private static Happening happening(String action, String project, String profile) {
        return Happening.of(action, Urls.in(project, "profiles", profile)).in(project);
    }

    private Profile shown(Reader reader, StoredProject owner, StoredProfile profile) {
        var content = profile.writable();
        return new Profile(
                profile.name(),
                content.description(),
                content.config(),
                content.devices(),
                use.urls(reader, profile.id()),
                owner.name());
    }

    private static StoredProject owner(Reader reader, String project) {
        return Projects.owner(reader, project, Feature.PROFILES);
    }

    private static StoredProfile known(Reader reader, StoredProject owner, String name) {
        return ProfilesRepository.find(reader, owner.id(), name)
                .orElseThrow(() -> new ApiException(404, "Profile not found"));
    }

    private static void demandFree(Reader reader, StoredProject owner, String name) {
        if (ProfilesRepository.find(reader, owner.id(), name).isPresent()) {
            throw new ApiException(409, "Profile \"%s\" already exists".formatted(name));
        }
    }

    private static void checkName(String name) {
        if (name.isEmpty()) {
            throw new ApiException(400, "No name provided");
        }
        if (name.contains("/")) {
            throw new ApiException(400, "Profile names may not contain slashes");
        }
        if (name.equals(".")
                || name.equals("..")
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new ApiException(400, "Invalid profile name \"%s\"".formatted(name));
        }
    }

    /// An empty value means that the key is not set.
    private static ProfileUpdate present(ProfileUpdate content) {
        var devices = new TreeMap<String, Map<String, String>>();
        content.devices().forEach((name, keys) -> devices.put(name, Options.present(keys)));
        return new ProfileUpdate(content.description(), Options.present(content.config()), devices);
    }
}
