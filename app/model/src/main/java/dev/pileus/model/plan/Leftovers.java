package dev.pileus.model.plan;

import dev.pileus.api.Instance;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.InstanceKey;
import dev.pileus.model.store.MemberImage;
import java.util.List;
import java.util.stream.Collectors;

/// What an evacuation or restore that went half way left behind on a member.
///
/// @param away the member is in service, but these of its evacuation are still elsewhere
/// @param stopped the member is in service, but these were stopped for its evacuation and nobody
///   started them again
/// @param stranded the member is evacuated, but these run there nevertheless
public record Leftovers(
        String member,
        List<InstanceKey> away,
        List<InstanceKey> stopped,
        List<InstanceKey> stranded) {
    public Leftovers {
        away = List.copyOf(away);
        stopped = List.copyOf(stopped);
        stranded = List.copyOf(stranded);
    }

    /// Members with leftovers, in the server's order; none of those that are being evacuated or
    /// restored.
    public static List<Leftovers> of(ClusterImage image) {
        var here = image.instancesByMember();
        var away =
                image.instances().stream()
                        .filter(Origins::isAway)
                        .collect(Collectors.groupingBy(Origins::of));
        return image.members().stream()
                .filter(member -> !Underway.on(image, member))
                .map(member ->
                        of(
                                member,
                                here.getOrDefault(member.name(), List.of()),
                                away.getOrDefault(member.name(), List.of())))
                .filter(leftovers -> !leftovers.isEmpty())
                .toList();
    }

    private static Leftovers of(MemberImage member, List<Instance> here, List<Instance> away) {
        return switch (member.condition()) {
            case ONLINE ->
                    new Leftovers(
                            member.name(),
                            keys(away),
                            keys(here.stream().filter(Power::isStoppedForNow).toList()),
                            List.of());
            case EVACUATED ->
                    new Leftovers(
                            member.name(),
                            List.of(),
                            List.of(),
                            keys(here.stream().filter(Instance::isUp).toList()));
            case OFFLINE, EVACUATING, RESTORING, BLOCKED, UNKNOWN ->
                    new Leftovers(member.name(), List.of(), List.of(), List.of());
        };
    }

    private static List<InstanceKey> keys(List<Instance> instances) {
        return ProjectOrders.of(instances).getFirst().stream().map(InstanceKey::of).toList();
    }

    private boolean isEmpty() {
        return away.isEmpty() && stopped.isEmpty() && stranded.isEmpty();
    }
}
