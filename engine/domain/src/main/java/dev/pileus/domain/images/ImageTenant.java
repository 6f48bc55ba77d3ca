package dev.pileus.domain.images;

import dev.pileus.database.Reader;
import dev.pileus.domain.projects.ProjectTenant;
import dev.pileus.domain.projects.StoredProject;
import java.util.List;

/// The images of a project.
public final class ImageTenant implements ProjectTenant {
    @Override
    public List<String> urls(Reader reader, StoredProject project) {
        return ImagesRepository.all(reader).stream()
                .filter(image -> image.image().project().equals(project.name()))
                .map(image -> ImagesService.url(image.image()))
                .toList();
    }
}
