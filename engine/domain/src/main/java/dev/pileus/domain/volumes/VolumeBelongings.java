package dev.pileus.domain.volumes;

import dev.pileus.database.Reader;
import dev.pileus.domain.members.MemberBelongings;
import java.util.Optional;
import java.util.stream.Collectors;

/// The custom volumes of a member. They go with it only by force.
public final class VolumeBelongings implements MemberBelongings {
    @Override
    public Optional<String> remains(Reader reader, long member) {
        var names =
                Volumes.all(reader).stream()
                        .filter(volume -> volume.member() == member)
                        .map(StoredVolume::name)
                        .sorted()
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of("custom volumes: " + names);
    }
}
