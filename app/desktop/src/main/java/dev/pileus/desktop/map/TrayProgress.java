package dev.pileus.desktop.map;

/// How far an evacuation or a restore is.
///
/// @param share 0 to 1; negative while unknown
public record TrayProgress(double share, String text) {}
