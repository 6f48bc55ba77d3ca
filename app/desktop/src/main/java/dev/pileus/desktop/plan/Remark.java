package dev.pileus.desktop.plan;

/// A coloured box in the dialog.
///
/// @param headline one sentence
/// @param detail what follows from it or what to do; may be empty
record Remark(Severity severity, String headline, String detail) {}
