package dev.pileus.desktop.map;

import dev.pileus.api.MemberStatus;
import java.util.List;
import java.util.Optional;

/// Cards for tests that need no server.
final class CardSamples {
    private static final Badge LEADER = new Badge(Badge.Kind.LEADER, "leader");
    private static final Badge VOTER = new Badge(Badge.Kind.VOTER, "voter");

    private CardSamples() {}

    static CardContent leader(String name, String domain) {
        return card(name, domain, List.of("default"), List.of(LEADER));
    }

    static CardContent voter(String name, String domain) {
        return card(name, domain, List.of("default"), List.of(VOTER));
    }

    static CardContent spare(String name, String domain, String... groups) {
        return card(name, domain, List.of(groups), List.of());
    }

    /// A voter that is evacuated.
    static CardContent resting(String name, String domain) {
        return card(name, domain, MemberStatus.EVACUATED, List.of("default"), List.of(VOTER));
    }

    private static CardContent card(
            String name, String domain, List<String> groups, List<Badge> badges) {
        return card(name, domain, MemberStatus.ONLINE, groups, badges);
    }

    private static CardContent card(
            String name,
            String domain,
            MemberStatus status,
            List<String> groups,
            List<Badge> badges) {
        return new CardContent(
                name,
                "10.0.0.1",
                status,
                status.name(),
                "",
                Optional.empty(),
                badges,
                domain,
                groups,
                List.of(),
                Optional.empty());
    }
}
