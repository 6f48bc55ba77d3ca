package dev.pileus.domain.members;

/// What this program is.
///
/// @param name such as `0.1.0`
public record Release(String name, MemberVersion version) {}
