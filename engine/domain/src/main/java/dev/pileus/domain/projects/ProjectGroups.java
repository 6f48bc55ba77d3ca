package dev.pileus.domain.projects;

import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import dev.pileus.domain.Urls;
import dev.pileus.domain.groups.GroupUses;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What projects that are restricted to groups are to those groups.
public final class ProjectGroups implements GroupUses {
    @Override
    public List<String> urls(Reader reader, String group) {
        return restrictedTo(reader, group).stream()
                .map(project -> Urls.of("projects", project.name()))
                .toList();
    }

    @Override
    public Batch renamed(Reader reader, String group, String newName) {
        var batch = Batch.builder();
        for (var project : restrictedTo(reader, group)) {
            var groups =
                    groups(project).stream()
                            .map(name -> name.equals(group) ? newName : name)
                            .collect(Collectors.joining(","));
            batch.add(
                    ProjectsRepository.replace(project, ProjectOptions.RESTRICTED_GROUPS, groups));
        }
        return batch.build();
    }

    private static List<StoredProject> restrictedTo(Reader reader, String group) {
        return ProjectsRepository.all(reader).stream()
                .filter(project -> groups(project).contains(group))
                .toList();
    }

    private static List<String> groups(StoredProject project) {
        var groups = project.config().getOrDefault(ProjectOptions.RESTRICTED_GROUPS, "");
        return Arrays.stream(groups.split(",", -1)).map(String::strip).toList();
    }
}
