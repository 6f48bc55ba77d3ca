package dev.pileus.server.members;

import dev.pileus.api.Warning;
import dev.pileus.domain.Urls;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.OfflineWarnings;
import dev.pileus.domain.warnings.Subject;
import dev.pileus.domain.warnings.WarningType;
import dev.pileus.domain.warnings.WarningsService;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// Keeps the warnings of offline members in step.
public final class OfflineMembers implements OfflineWarnings {
    private static final WarningType TYPE = WarningType.OFFLINE_MEMBER;

    private final WarningsService warnings;
    private final LongSupplier own;

    /// Puts the parts together.
    ///
    /// @param own the member that notices it
    public OfflineMembers(WarningsService warnings, LongSupplier own) {
        this.warnings = warnings;
        this.own = own;
    }

    @Override
    public void offline(List<Member> members) {
        var urls = members.stream().map(OfflineMembers::url).collect(Collectors.toSet());
        resolveOthers(urls);
        for (var member : members) {
            warnings.raise(Subject.of(TYPE, own.getAsLong(), url(member)), "");
        }
    }

    private void resolveOthers(Set<String> offline) {
        warnings.list().stream()
                .filter(warning -> warning.type().equals(TYPE.title()))
                .filter(warning -> !warning.status().equals("resolved"))
                .map(Warning::entityUrl)
                .filter(url -> !offline.contains(url))
                .distinct()
                .forEach(url -> warnings.resolve(TYPE, url));
    }

    private static String url(Member member) {
        return Urls.of("cluster", "members", member.name());
    }
}
