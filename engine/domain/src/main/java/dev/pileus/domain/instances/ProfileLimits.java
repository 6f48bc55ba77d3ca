package dev.pileus.domain.instances;

import dev.pileus.api.ProfileUpdate;
import dev.pileus.database.Reader;
import dev.pileus.domain.profiles.Profiles;
import dev.pileus.domain.projects.Feature;
import dev.pileus.domain.projects.Projects;
import java.util.HashMap;
import java.util.Map;

/// Whether projects have room for what a profile is about to give their instances.
final class ProfileLimits {
    private ProfileLimits() {}

    /// Refuses where one has not.
    ///
    /// @param profile its row
    /// @throws dev.pileus.api.ApiException 400
    static void check(Reader reader, long profile, ProfileUpdate wanted) {
        var contents = new HashMap<>(Profiles.contents(reader));
        contents.put(profile, wanted);
        for (var project : Projects.all(reader)) {
            var allowance = Allowance.of(project);
            if (!allowance.limitsSums()) {
                continue;
            }
            var owner = Projects.owner(reader, project.name(), Feature.PROFILES);
            allowance.check(
                    Instances.in(reader, project.name()).stream()
                            .map(instance -> {
                                var profiles =
                                        Profiles.ids(reader, owner, instance.own().profiles())
                                                .stream()
                                                .map(id ->
                                                        contents.getOrDefault(
                                                                id,
                                                                new ProfileUpdate(
                                                                        "", Map.of(), Map.of())))
                                                .toList();
                                return new Allowance.Share(
                                        instance.name(),
                                        Expansion.of(instance.own(), profiles).config());
                            })
                            .toList());
        }
    }
}
