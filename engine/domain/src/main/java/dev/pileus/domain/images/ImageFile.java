package dev.pileus.domain.images;

import java.nio.file.Path;

/// One of the files of an image, as somebody gets it who takes the image away.
///
/// @param part `metadata` or `rootfs`
/// @param name with a suffix that tells how it is compressed
/// @param size in bytes
public record ImageFile(String part, String name, Path path, long size) {}
