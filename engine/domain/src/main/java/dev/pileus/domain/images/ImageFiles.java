package dev.pileus.domain.images;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Where this member's host keeps the files of images. Refusals are [dev.pileus.api.ApiException]s.
public interface ImageFiles {
    /// A place for what comes in.
    Parcel expect();

    /// Gives the place up, with whatever is still in it.
    void giveUp(Parcel parcel);

    /// Reads all of it: refuses what is damaged, what is no image, and what would reach out of the
    /// folder into which it is unpacked.
    ///
    /// @param progress takes a text for people from time to time
    InspectedImage inspect(Parcel parcel, Consumer<String> progress);

    /// SHA-256 of its files, one after the other.
    String fingerprint(Parcel parcel);

    /// Makes it an image of this host; from now on the place is empty.
    void keep(Parcel parcel, String fingerprint);

    boolean has(String fingerprint);

    /// One, or of a split image two: the metadata first.
    List<ImageFile> files(String fingerprint);

    /// Unpacks an image into an empty folder: `metadata.yaml`, `templates` if there are any, and
    /// `rootfs` with owners, modes, device nodes and extended attributes as they are in the image.
    void unpack(String fingerprint, Path folder);

    /// Makes an image of a folder, the other way round.
    ///
    /// @param folder with `rootfs`, perhaps with `templates`
    /// @param algorithm as `images.compression_algorithm` names it
    /// @param parcel empty
    void pack(Path folder, ImageManifest manifest, String algorithm, Parcel parcel);

    /// Whether or not it is there.
    void delete(String fingerprint);

    /// Those whose files are here, whole or in part.
    Set<String> fingerprints();
}
