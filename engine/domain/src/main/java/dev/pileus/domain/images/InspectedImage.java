package dev.pileus.domain.images;

/// What an image is, after it has been read from beginning to end.
///
/// @param fingerprint SHA-256 in hexadecimal
/// @param size of its files in bytes
/// @param suffix such as `.tar.gz`, of the file that names the image
public record InspectedImage(
        String fingerprint, long size, String suffix, ImageManifest manifest) {}
