package dev.pileus.domain.evacuation;

import dev.pileus.api.ApiException;
import dev.pileus.domain.instances.StoredInstance;
import dev.pileus.domain.operations.Progress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Tells how an evacuation or a restore goes, in the stock servers' words, and what came of it.
/// Safe for use by many threads.
final class Report {
    /// The key of restores, too.
    private static final String STEP = "evacuation_progress";

    private final Progress progress;
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private int all;
    private int done;

    Report(Progress progress) {
        this.progress = progress;
    }

    /// So many more instances are to be handled.
    synchronized void expect(int instances) {
        all += instances;
    }

    /// One has been handled, whatever came of it.
    synchronized void done() {
        done++;
        var percent = all == 0 ? 100 : done * 100 / all;
        progress.put(
                "progress", Map.of("percent", Integer.toString(percent), "stage", "instances"));
    }

    void stopping(StoredInstance instance) {
        progress.put(STEP, "Stopping " + words(instance));
    }

    void movingTo(StoredInstance instance, String member) {
        progress.put(STEP, "Migrating %s to \"%s\"".formatted(words(instance), member));
    }

    void movingFrom(StoredInstance instance) {
        progress.put(
                STEP, "Migrating %s from \"%s\"".formatted(words(instance), instance.location()));
    }

    void starting(StoredInstance instance) {
        progress.put(STEP, "Starting " + words(instance));
    }

    private static String words(StoredInstance instance) {
        return "\"%s\" in project \"%s\"".formatted(instance.name(), instance.project());
    }

    /// It went otherwise than one may have expected, but is no failure.
    ///
    /// @param what such as `stays on "m1"`
    void note(StoredInstance instance, String what) {
        notes.add(words(instance) + " " + what);
        progress.put("evacuation_notes", List.copyOf(notes));
    }

    /// @param where such as `is still on "m1"`
    void failed(StoredInstance instance, String where, RuntimeException why) {
        var reason = why instanceof ApiException refusal ? refusal.text() : why.getMessage();
        failures.add("%s %s: %s".formatted(words(instance), where, reason));
    }

    /// @throws ApiException 500 saying which instance is where, if something has failed
    void demandSuccess(String what) {
        if (!failures.isEmpty()) {
            throw new ApiException(500, what + ": " + String.join("; ", failures));
        }
    }
}
