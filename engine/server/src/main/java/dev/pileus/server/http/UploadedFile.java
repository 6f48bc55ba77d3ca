package dev.pileus.server.http;

import java.nio.file.Path;

/// A part of a form that somebody has sent (`multipart/form-data`), as a file.
///
/// @param part the part's name
/// @param filename as the sender calls it, empty when he does not say
public record UploadedFile(String part, String filename, Path path) {}
