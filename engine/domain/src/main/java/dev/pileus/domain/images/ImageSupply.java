package dev.pileus.domain.images;

import dev.pileus.api.ApiException;
import dev.pileus.api.Image;
import dev.pileus.api.InstanceSource;
import dev.pileus.database.Reader;
import dev.pileus.domain.instances.BaseImage;
import dev.pileus.domain.instances.ImageSource;
import dev.pileus.domain.operations.Progress;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What instances are made from.
public final class ImageSupply implements ImageSource {
    private final ImagesService images;

    public ImageSupply(ImagesService images) {
        this.images = images;
    }

    @Override
    public Optional<BaseImage> find(Reader reader, String project, InstanceSource wanted) {
        var seen = ImageSelection.in(reader, project);
        if (!wanted.fingerprint().isEmpty()) {
            return ImageSelection.find(seen, wanted.fingerprint()).map(ImageSupply::base);
        }
        if (!wanted.alias().isEmpty()) {
            var owner = ImageSelection.owner(reader, project);
            return AliasesRepository.find(reader, owner, wanted.alias())
                    .flatMap(alias -> ImageSelection.find(seen, alias.alias().target()))
                    .or(() -> ImageSelection.find(seen, wanted.alias()))
                    .map(ImageSupply::base);
        }
        return newest(seen, wanted.properties()).map(ImageSupply::base);
    }

    private static Optional<StoredImage> newest(
            List<StoredImage> seen, Map<String, String> properties) {
        if (properties.isEmpty()) {
            throw new ApiException(
                    400, "Must specify one of alias, fingerprint or properties for an image");
        }
        return seen.stream()
                .filter(image ->
                        image.image().properties().entrySet().containsAll(properties.entrySet()))
                .max(Comparator.comparing(image -> image.image().uploadedAt()));
    }

    private static BaseImage base(StoredImage stored) {
        var image = stored.image();
        return new BaseImage(
                image.fingerprint(),
                image.architecture(),
                Image.CONTAINER,
                image.properties(),
                image.profiles());
    }

    @Override
    public void unpack(String project, BaseImage image, Path folder, Progress progress) {
        progress.put("create_instance_from_image_unpack_progress", "Unpacking image");
        images.unpack(image.fingerprint(), folder);
    }
}
