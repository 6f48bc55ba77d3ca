package dev.pileus.domain.members;

/// Who wants to be a member.
///
/// @param address where it will live; may be empty
/// @param fingerprint of the certificate by which it is going to be trusted
public record Newcomer(String name, String address, String fingerprint) {}
