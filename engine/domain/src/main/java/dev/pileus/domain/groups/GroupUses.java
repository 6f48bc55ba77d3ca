package dev.pileus.domain.groups;

import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import java.util.List;

/// What keeps a group in use besides its members: instances that are bound to it, projects that are
/// restricted to it.
@FunctionalInterface
public interface GroupUses {
    GroupUses NONE = (reader, group) -> List.of();

    /// Several of them as one.
    static GroupUses of(GroupUses... uses) {
        var all = List.of(uses);
        return new GroupUses() {
            @Override
            public List<String> urls(Reader reader, String group) {
                return all.stream().flatMap(use -> use.urls(reader, group).stream()).toList();
            }

            @Override
            public Batch renamed(Reader reader, String group, String newName) {
                var batch = Batch.builder();
                all.forEach(use -> batch.add(use.renamed(reader, group, newName)));
                return batch.build();
            }
        };
    }

    /// URLs of the users, such as `/1.0/instances/i1`.
    List<String> urls(Reader reader, String group);

    /// What follows a new name.
    default Batch renamed(Reader reader, String group, String newName) {
        return Batch.empty();
    }
}
