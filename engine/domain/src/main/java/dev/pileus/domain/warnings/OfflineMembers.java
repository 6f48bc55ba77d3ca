package dev.pileus.domain.warnings;

import dev.pileus.domain.ThisMember;
import dev.pileus.domain.Urls;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.OfflineWarnings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;

/// Warns of members that are offline; said by the leader, which is where the warning belongs.
public final class OfflineMembers implements OfflineWarnings {
    private final WarningsService warnings;
    private final ThisMember here;

    public OfflineMembers(WarningsService warnings, ThisMember here) {
        this.warnings = warnings;
        this.here = here;
    }

    @Override
    public void offline(Map<Member, Instant> members) {
        var urls = members.keySet().stream().map(OfflineMembers::url).collect(Collectors.toSet());
        warnings.unresolved(WarningType.OFFLINE_MEMBER).stream()
                .filter(url -> !urls.contains(url))
                .forEach(url -> warnings.resolve(WarningType.OFFLINE_MEMBER, url));
        members.forEach((member, heard) ->
                warnings.raise(
                        Subject.of(WarningType.OFFLINE_MEMBER, here.id(), url(member)),
                        "No heartbeat from %s since %s"
                                .formatted(
                                        member.address(), heard.truncatedTo(ChronoUnit.SECONDS))));
    }

    private static String url(Member member) {
        return Urls.of("cluster", "members", member.name());
    }
}
