package dev.pileus.desktop.activity;

import dev.pileus.desktop.i18n.Phrase;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/// Work that a server is doing.
///
/// @param id tells pieces of work apart
/// @param title what is done: "Restoring node2"
/// @param detail how far: "5 of 7 instances · web-07 back from node4, 62 MB/s"; may be empty
/// @param share done, 0 to 1; empty where the server does not tell
/// @param left how long it will probably still take
/// @param mayCancel whether the server allows to cancel it
public record OngoingWork(
        String id,
        Phrase title,
        Phrase detail,
        OptionalDouble share,
        Optional<Duration> left,
        boolean mayCancel) {}
