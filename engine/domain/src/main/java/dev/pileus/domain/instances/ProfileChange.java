package dev.pileus.domain.instances;

import dev.pileus.api.ApiException;
import dev.pileus.api.ProfileUpdate;
import dev.pileus.database.Reader;
import dev.pileus.domain.profiles.Devices;
import dev.pileus.domain.profiles.Profiles;
import dev.pileus.domain.projects.Feature;
import dev.pileus.domain.projects.Projects;
import dev.pileus.domain.projects.StoredProject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/// Whether instances, and their projects, have room for what a profile is about to give them.
final class ProfileChange {
    private static final ProfileUpdate NOTHING = new ProfileUpdate("", Map.of(), Map.of());

    private final Reader reader;
    private final long profile;
    private final Map<Long, ProfileUpdate> contents;

    private ProfileChange(Reader reader, long profile, ProfileUpdate wanted) {
        this.reader = reader;
        this.profile = profile;
        this.contents = new HashMap<>(Profiles.contents(reader));
        contents.put(profile, wanted);
    }

    /// Refuses where they have not.
    ///
    /// @param profile its row
    /// @throws ApiException 400
    static void check(Reader reader, long profile, ProfileUpdate wanted) {
        var change = new ProfileChange(reader, profile, wanted);
        Projects.all(reader).forEach(change::check);
    }

    private void check(StoredProject project) {
        var owner = Projects.owner(reader, project.name(), Feature.PROFILES);
        var shares = new ArrayList<Allowance.Share>();
        var concerned = false;
        for (var instance : Instances.in(reader, project.name())) {
            var ids = Profiles.ids(reader, owner, instance.own().profiles());
            var profiles = ids.stream().map(id -> contents.getOrDefault(id, NOTHING)).toList();
            var expansion = Expansion.of(instance.own(), profiles);
            shares.add(new Allowance.Share(instance.name(), expansion.config()));
            if (ids.contains(profile)) {
                concerned = true;
                checkPaths(instance, expansion);
            }
        }
        if (concerned) {
            Allowance.of(project).check(shares);
        }
    }

    private static void checkPaths(StoredInstance instance, Expansion expansion) {
        try {
            Devices.demandDifferentPaths(expansion.devices());
        } catch (ApiException e) {
            throw new ApiException(
                    e.status(),
                    "Instance \"%s\" in project \"%s\" cannot have that: %s"
                            .formatted(instance.name(), instance.project(), e.text()));
        }
    }
}
