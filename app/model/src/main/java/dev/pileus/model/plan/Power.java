package dev.pileus.model.plan;

import dev.pileus.api.Instance;
import dev.pileus.api.StatusCode;

/// What servers take for running.
final class Power {
    private static final String RUNNING = "RUNNING";

    private Power() {}

    /// A frozen instance counts as well: it is stopped before it is moved.
    static boolean isUp(Instance instance) {
        return instance.statusCode() != StatusCode.STOPPED
                && instance.statusCode() != StatusCode.ERROR;
    }

    /// Stopped, but not because a user wished so: a restore starts it where it is.
    static boolean isStoppedForNow(Instance instance) {
        return !isUp(instance) && wasUp(instance);
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
