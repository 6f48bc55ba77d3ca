package dev.pileus.domain.instances;

import dev.pileus.api.ApiException;
import dev.pileus.api.InstanceUpdate;
import dev.pileus.api.ProfileUpdate;
import dev.pileus.database.Reader;
import dev.pileus.domain.profiles.InstanceOptions;
import dev.pileus.domain.profiles.Profiles;
import dev.pileus.domain.projects.Feature;
import dev.pileus.domain.projects.Projects;
import dev.pileus.domain.projects.StoredProject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What has to be so before an instance is written down.
final class Settled {
    private Settled() {}

    /// The rows of profiles that an instance of a project names.
    static List<Long> profiles(Reader reader, StoredProject project, List<String> names) {
        return Profiles.ids(
                reader, Projects.owner(reader, project.name(), Feature.PROFILES), names);
    }

    /// Refuses keys and devices that cannot be.
    ///
    /// @return what the instance and its profiles come to
    /// @throws ApiException 400, or 403 where the project does not allow them
    static Expansion check(
            Reader reader, StoredProject project, InstanceUpdate own, List<Long> profiles) {
        InstanceOptions.checkInstance(own.config());
        var expansion = expand(reader, own, profiles);
        Support.check(expansion.config(), expansion.devices());
        Restrictions.of(project).check(expansion.config(), expansion.devices());
        Volumes.rootPool(expansion.devices());
        return expansion;
    }

    /// What it and its profiles come to.
    static Expansion expand(Reader reader, InstanceUpdate own, List<Long> profiles) {
        var known = Profiles.contents(reader);
        var contents =
                profiles.stream()
                        .map(id ->
                                known.getOrDefault(id, new ProfileUpdate("", Map.of(), Map.of())))
                        .toList();
        return Expansion.of(own, contents);
    }

    /// Refuses an instance that the project has no room for.
    ///
    /// @throws ApiException 400
    static void checkNew(Reader reader, StoredProject project, String name, Expansion expansion) {
        var allowance = Allowance.of(project);
        try {
            allowance.checkOneMore(Instances.count(reader, project));
            checkSums(reader, project, allowance, name, expansion);
        } catch (ApiException e) {
            throw new ApiException(
                    e.status(), "Failed checking if instance creation allowed: " + e.text());
        }
    }

    /// Refuses what makes an instance larger than the project has room for.
    ///
    /// @throws ApiException 400
    static void checkChanged(
            Reader reader, StoredProject project, String name, Expansion expansion) {
        try {
            checkSums(reader, project, Allowance.of(project), name, expansion);
        } catch (ApiException e) {
            throw new ApiException(
                    e.status(), "Failed checking if instance update allowed: " + e.text());
        }
    }

    private static void checkSums(
            Reader reader,
            StoredProject project,
            Allowance allowance,
            String name,
            Expansion expansion) {
        if (!allowance.limitsSums()) {
            return;
        }
        var shares =
                Instances.in(reader, project.name()).stream()
                        .filter(instance -> !instance.name().equals(name))
                        .map(Allowance.Share::of)
                        .collect(Collectors.toCollection(ArrayList::new));
        shares.add(new Allowance.Share(name, expansion.config()));
        allowance.check(shares);
    }
}
