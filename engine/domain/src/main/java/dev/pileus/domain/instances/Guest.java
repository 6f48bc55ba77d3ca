package dev.pileus.domain.instances;

import java.nio.file.Path;

/// An instance of this member's host, as those see it who reach into it.
///
/// @param handle its name on the host
/// @param url by which clients know it
/// @param rootfs its files on the host
public record Guest(String project, String name, String handle, String url, Path rootfs) {}
