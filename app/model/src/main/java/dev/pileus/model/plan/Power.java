package dev.pileus.model.plan;

import dev.pileus.api.Instance;

/// What servers start by themselves.
final class Power {
    private static final String RUNNING = "RUNNING";

    private Power() {}

    /// Stopped, but not because a user wished so: a restore starts it where it is.
    static boolean isStoppedForNow(Instance instance) {
        return !instance.isUp() && wasUp(instance);
    }

    /// Whether it starts with its member, or on the one that it is moved to.
    static boolean startsByItself(Instance instance) {
        var autostart = instance.setting("boot.autostart");
        boolean asBefore = autostart.isEmpty() || autostart.equals("last-state");
        return Settings.isTrue(autostart) || (asBefore && wasUp(instance));
    }

    private static boolean wasUp(Instance instance) {
        return instance.volatileKey(Instance.LAST_POWER).equals(RUNNING);
    }
}
