package dev.pileus.domain.instances;

import dev.pileus.api.InstanceSource;
import dev.pileus.database.Reader;
import dev.pileus.domain.operations.Progress;
import java.nio.file.Path;
import java.util.Optional;

/// Where new instances get their files from: images. Safe for use by many threads.
public interface ImageSource {
    /// The image that somebody names by alias, fingerprint (or its beginning) or properties.
    ///
    /// @param project somebody works in
    Optional<BaseImage> find(Reader reader, String project, InstanceSource wanted);

    /// Puts an image's `rootfs`, and its `metadata.yaml` and `templates` where it has them, into a
    /// folder on this member, whichever members have the image.
    ///
    /// @param folder exists and is empty
    /// @throws dev.pileus.api.ApiException when that cannot be done; the caller removes the folder
    void unpack(String project, BaseImage image, Path folder, Progress progress)
            throws InterruptedException;
}
