package dev.pileus.server.http;

/// One method of one path.
///
/// @param path a template such as `/1.0/certificates/{fingerprint}`
public record Route(String method, PathTemplate path, Access access, RouteHandler handler) {}
