package dev.pileus.domain.evacuation;

import dev.pileus.api.ApiException;
import dev.pileus.api.MemberStateChange;
import dev.pileus.api.Operation;
import dev.pileus.domain.operations.OperationsService;
import dev.pileus.domain.operations.Task;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/// Evacuates and restores this member, when people ask for it (CONTRACT 11.1). Refusals are
/// [ApiException]s. Safe for use by many threads.
public final class Evacuations {
    private final OperationsService operations;
    private final Evacuation evacuation;
    private final Restoration restoration;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final CountDownLatch recovered = new CountDownLatch(1);

    public Evacuations(
            OperationsService operations, Evacuation evacuation, Restoration restoration) {
        this.operations = operations;
        this.evacuation = evacuation;
        this.restoration = restoration;
    }

    /// Ends what an earlier daemon of this member was in the midst of; nothing begins before. To be
    /// called at the start, until it does not throw.
    public void recover() {
        evacuation.recover();
        recovered.countDown();
    }

    /// Goes on with what could not be ended then. To be called now and then.
    public void look() {
        evacuation.look();
    }

    /// Begins what is asked for, in the background.
    public Operation begin(MemberStateChange change) {
        return switch (change.action()) {
            case "evacuate" -> evacuate(EvacuationMode.of(change.mode()));
            case "restore" -> restore(skips(change.mode()));
            default -> throw new ApiException(400, "Unknown action \"" + change.action() + "\"");
        };
    }

    private static boolean skips(String mode) {
        return switch (mode) {
            case "" -> false;
            case "skip" -> true;
            default -> throw new ApiException(400, "Invalid restore mode \"" + mode + "\"");
        };
    }

    private Operation evacuate(EvacuationMode mode) {
        return operations.start(
                Task.of(
                        "Evacuating cluster member",
                        progress -> alone(() -> evacuation.run(mode, progress))));
    }

    private Operation restore(boolean skip) {
        return operations.start(
                Task.of(
                        "Restoring cluster member",
                        progress -> alone(() -> restoration.run(skip, progress))));
    }

    private void alone(Work work) throws InterruptedException {
        recovered.await();
        if (!busy.compareAndSet(false, true)) {
            throw new ApiException(400, "Cluster member is being evacuated or restored already");
        }
        try {
            work.run();
        } finally {
            busy.set(false);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }
}
