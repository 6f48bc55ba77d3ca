package dev.pileus.domain.instances;

import dev.pileus.api.Instance;
import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MemberBelongings;
import java.util.Optional;
import java.util.stream.Collectors;

/// A member's instances: it cannot be removed in order while it has any.
public final class InstanceBelongings implements MemberBelongings {
    @Override
    public Optional<String> remains(Reader reader, long member) {
        var names =
                reader
                        .select(
                                "SELECT name FROM instances WHERE node_id = ? ORDER BY name",
                                member)
                        .stream()
                        .map(row -> row.text("name"))
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of("instances: " + names);
    }

    /// Who has nowhere to go back to stays.
    @Override
    public Batch depart(Reader reader, Member member) {
        return Batch.builder()
                .run(
                        "DELETE FROM instances_config WHERE key = ? AND value = ?",
                        Instance.EVACUATE_ORIGIN,
                        member.name())
                .build();
    }

    /// Evacuated instances know where they come from by name.
    @Override
    public Batch renamed(Reader reader, Member member, String newName) {
        return Batch.builder()
                .run(
                        "UPDATE instances_config SET value = ? WHERE key = ? AND value = ?",
                        newName,
                        Instance.EVACUATE_ORIGIN,
                        member.name())
                .build();
    }
}
