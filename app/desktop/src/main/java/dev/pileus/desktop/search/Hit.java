package dev.pileus.desktop.search;

import org.kordamp.ikonli.Ikon;

/// Something found.
///
/// @param title what stands first, e.g. the name
/// @param detail of which kind it is, or where
/// @param distance from what was typed; nearer ones stand first
public record Hit(Ikon icon, String title, String detail, int distance, Runnable run) {}
