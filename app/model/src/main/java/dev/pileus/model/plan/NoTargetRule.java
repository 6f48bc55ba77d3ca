package dev.pileus.model.plan;

/// What this server does with an instance that has nowhere to go (CONTRACT 11.2, API-DIFFERENCES).
public enum NoTargetRule {
    /// Incus 6.0.3 to 7.3: the operation fails, the member goes back to Online, and what was
    /// stopped on the way stays stopped.
    FAILS,
    /// LXD and older Incus: goes on. What had to be stopped is left stopped, a live one left
    /// running.
    SKIPS,
    /// Newest Incus: stops it in place and goes on.
    STOPS_IN_PLACE
}
