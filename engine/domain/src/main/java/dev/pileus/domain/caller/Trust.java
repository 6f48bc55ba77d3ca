package dev.pileus.domain.caller;

import java.util.Set;

/// How far somebody is trusted.
public sealed interface Trust {
    /// A stranger.
    record None() implements Trust {}

    /// May do everything.
    record Full() implements Trust {}

    /// May do what concerns these projects only.
    record Restricted(Set<String> projects) implements Trust {
        public Restricted {
            projects = Set.copyOf(projects);
        }
    }

    /// Another member of the cluster: may do everything, also what members do among themselves.
    record Member(String name) implements Trust {}
}
