package dev.pileus.domain.volumes;

import dev.pileus.database.Reader;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.projects.ProjectTenant;
import dev.pileus.domain.projects.StoredProject;
import dev.pileus.domain.storage.PoolUse;
import java.util.List;

/// What custom volumes are to pools and projects.
public final class VolumeReferences implements PoolUse, ProjectTenant {
    private final ThisMember here;

    public VolumeReferences(ThisMember here) {
        this.here = here;
    }

    @Override
    public List<String> urls(Reader reader, String pool) {
        return Volumes.all(reader).stream()
                .filter(volume -> volume.pool().equals(pool))
                .map(volume -> volume.url(here.isClustered()))
                .toList();
    }

    @Override
    public List<String> urls(Reader reader, StoredProject project) {
        return Volumes.all(reader).stream()
                .filter(volume -> volume.project().equals(project.name()))
                .map(volume -> volume.url(here.isClustered()))
                .toList();
    }
}
