package dev.pileus.domain.images;

import dev.pileus.api.ApiException;
import dev.pileus.database.Reader;
import dev.pileus.domain.projects.Feature;
import dev.pileus.domain.projects.Projects;
import java.util.List;
import java.util.Optional;

/// Finds the images that are meant, inside of reads and decisions.
final class ImageSelection {
    private ImageSelection() {}

    /// Those that are seen in a project.
    ///
    /// @param project in which somebody works; perhaps it uses the default project's images
    static List<StoredImage> in(Reader reader, String project) {
        var owner = owner(reader, project);
        return ImagesRepository.all(reader).stream()
                .filter(image -> image.image().project().equals(owner))
                .toList();
    }

    /// The project that owns the images seen in a project.
    static String owner(Reader reader, String project) {
        return Projects.owner(reader, project, Feature.IMAGES).name();
    }

    /// The only one whose fingerprint begins so; absent when there is none.
    ///
    /// @throws ApiException 400 when there are several
    static Optional<StoredImage> find(List<StoredImage> images, String prefix) {
        var found =
                prefix.isEmpty()
                        ? List.<StoredImage>of()
                        : images.stream()
                                .filter(image -> image.fingerprint().startsWith(prefix))
                                .toList();
        if (found.size() > 1) {
            throw new ApiException(400, "Partial fingerprint matches more than one image");
        }
        return found.stream().findFirst();
    }

    static StoredImage known(Reader reader, String project, String prefix) {
        return find(in(reader, project), prefix)
                .orElseThrow(() -> new ApiException(404, "Image \"" + prefix + "\" not found"));
    }
}
