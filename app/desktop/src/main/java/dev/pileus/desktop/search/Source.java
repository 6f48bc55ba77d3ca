package dev.pileus.desktop.search;

import dev.pileus.desktop.i18n.Messages;
import java.util.stream.Stream;

/// A kind of things that can be found. Asked on the screen's thread with every letter, so it
/// answers from memory.
@FunctionalInterface
public interface Source {
    /// What matches; for an empty query what is worth offering without being asked.
    Stream<Hit> find(Query query, Messages messages);
}
