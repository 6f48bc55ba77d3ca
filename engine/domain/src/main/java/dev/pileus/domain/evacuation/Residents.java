package dev.pileus.domain.evacuation;

import dev.pileus.api.Instance;
import dev.pileus.database.Reader;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.instances.Instances;
import dev.pileus.domain.instances.PowerSwitch;
import dev.pileus.domain.instances.StoredInstance;
import dev.pileus.domain.placement.Need;
import dev.pileus.domain.placement.PlacementService;
import dev.pileus.domain.placement.Wish;
import dev.pileus.domain.projects.Projects;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the instances of this member, with what an evacuation has to know of them.
record Residents(ThisMember here, PowerSwitch power) {
    /// @param handled those that are left out, by id
    List<Resident> of(Reader reader, Set<Long> handled) {
        var networks =
                reader.select("SELECT name FROM networks").list(row -> row.text("name")).stream()
                        .collect(Collectors.toSet());
        return Instances.on(reader, here.id()).stream()
                .filter(instance -> !handled.contains(instance.id()))
                .map(instance -> resident(reader, instance, networks))
                .toList();
    }

    private Resident resident(Reader reader, StoredInstance instance, Set<String> networks) {
        return new Resident(
                instance,
                power.power(instance).isUp(),
                Movability.of(instance.expandedDevices(), networks),
                need(reader, instance));
    }

    private Need need(Reader reader, StoredInstance instance) {
        var group = instance.ownSetting(Instance.CLUSTER_GROUP);
        var project = Projects.known(reader, instance.project());
        return new Need(
                group.isEmpty() ? new Wish.Anywhere() : new Wish.InGroup(group),
                instance.own().architecture(),
                PlacementService.allowedGroups(project),
                Set.of(here.id()));
    }
}
