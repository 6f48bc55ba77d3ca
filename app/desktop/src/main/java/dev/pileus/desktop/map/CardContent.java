package dev.pileus.desktop.map;

import dev.pileus.api.Instance;
import dev.pileus.api.MemberStatus;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.MemberImage;
import dev.pileus.model.store.MemberLoad;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a card says about a member; equal contents need no repainting.
///
/// @param status as the server words it
/// @param home failure domain
/// @param dots running first, then by name
record CardContent(
        String member,
        String address,
        MemberStatus condition,
        String status,
        String message,
        Optional<Instant> silentSince,
        List<Badge> badges,
        String home,
        List<String> groups,
        List<InstanceDot> dots,
        Optional<MemberLoad> load) {
    private static final Comparator<InstanceDot> DOT_ORDER =
            Comparator.comparing(InstanceDot::tone)
                    .thenComparing(InstanceDot::name)
                    .thenComparing(InstanceDot::project);

    static CardContent of(MemberImage image, Collection<Instance> instances) {
        var member = image.member();
        var answers = image.condition() != MemberStatus.OFFLINE;
        return new CardContent(
                member.serverName(),
                address(member.url()),
                image.condition(),
                member.status(),
                member.message(),
                image.silentSince(),
                Badge.of(member),
                member.failureDomain(),
                member.groups().stream().sorted().toList(),
                instances.stream()
                        .map(instance -> InstanceDot.of(instance, answers))
                        .sorted(DOT_ORDER)
                        .toList(),
                answers ? image.load() : Optional.empty());
    }

    /// All members' contents, in the order of the image. One pass over the instances.
    static Map<String, CardContent> allOf(ClusterImage image) {
        var byMember =
                image.instances().stream().collect(Collectors.groupingBy(Instance::location));
        return image.members().stream()
                .collect(
                        Collectors.toMap(
                                MemberImage::name,
                                member ->
                                        of(member, byMember.getOrDefault(member.name(), List.of())),
                                (first, second) -> first,
                                LinkedHashMap::new));
    }

    /// How many instances are in which state, by the server's words.
    Map<String, Long> instanceCounts() {
        return dots.stream()
                .collect(
                        Collectors.groupingBy(
                                InstanceDot::status, TreeMap::new, Collectors.counting()));
    }

    boolean answers() {
        return condition != MemberStatus.OFFLINE;
    }

    boolean isLeader() {
        return badges.stream().anyMatch(badge -> badge.kind() == Badge.Kind.LEADER);
    }

    boolean holdsDatabase() {
        return badges.stream()
                .anyMatch(badge ->
                        switch (badge.kind()) {
                            case LEADER, VOTER, STANDBY -> true;
                            case EVENT_HUB, OTHER -> false;
                        });
    }

    /// `host:port` of the member's URL, without the port where it is the usual 8443.
    private static String address(String url) {
        try {
            var authority = URI.create(url).getAuthority();
            return authority == null ? url : authority.replaceFirst(":8443$", "");
        } catch (IllegalArgumentException unreadable) {
            return url;
        }
    }
}
