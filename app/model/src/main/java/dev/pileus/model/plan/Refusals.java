package dev.pileus.model.plan;

import dev.pileus.api.Instance;
import dev.pileus.model.plan.Caution.Refusal;
import java.util.Optional;

/// What servers refuse to do with a running instance, and then give up.
final class Refusals {
    private Refusals() {}

    static Optional<Refusal> of(Instance instance, EvacuationAction action) {
        if (!instance.isUp()) {
            return Optional.empty();
        }
        boolean stateful = Settings.isTrue(instance.setting(Settings.STATEFUL_MIGRATION));
        return switch (action) {
            case STATEFUL_STOP -> stateful ? Optional.empty() : Optional.of(Refusal.NOT_STATEFUL);
            case LIVE_MIGRATE -> live(instance, stateful);
            case MIGRATE, REFRESH_MIGRATE, STOP, FORCE_STOP -> Optional.empty();
        };
    }

    /// Containers may have CRIU, which nobody can tell from outside.
    static boolean isCertain(Instance instance, EvacuationAction action) {
        return of(instance, action).filter(Refusal.NOT_STATEFUL::equals).isPresent();
    }

    private static Optional<Refusal> live(Instance instance, boolean stateful) {
        if (!instance.isVirtualMachine()) {
            return Optional.of(Refusal.LIVE_CONTAINER);
        }
        return stateful ? Optional.empty() : Optional.of(Refusal.NOT_STATEFUL);
    }
}
