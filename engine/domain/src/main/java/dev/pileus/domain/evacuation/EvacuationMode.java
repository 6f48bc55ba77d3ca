package dev.pileus.domain.evacuation;

import dev.pileus.api.ApiException;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What an evacuation does with an instance: `mode` of the request, or its own `cluster.evacuate`.
enum EvacuationMode {
    AUTO("auto"),
    MIGRATE("migrate"),
    /// Containers cannot move while they run: they are stopped for it, as with [#MIGRATE].
    LIVE_MIGRATE("live-migrate"),
    STOP("stop"),
    /// Containers have no state to be kept: as [#STOP].
    STATEFUL_STOP("stateful-stop"),
    FORCE_STOP("force-stop");

    private final String word;

    EvacuationMode(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    boolean moves() {
        return this == MIGRATE || this == LIVE_MIGRATE;
    }

    /// Nothing said is [#AUTO].
    ///
    /// @throws ApiException 400
    static EvacuationMode of(String word) {
        return Arrays.stream(values())
                .filter(mode -> mode.word.equals(word) || (word.isEmpty() && mode == AUTO))
                .findFirst()
                .orElseThrow(() ->
                        new ApiException(
                                400,
                                "Invalid value \"%s\" (not one of [%s])".formatted(word, words())));
    }

    private static String words() {
        return Arrays.stream(values()).map(EvacuationMode::word).collect(Collectors.joining(" "));
    }

    /// What happens to an instance that can move or not.
    ///
    /// @param asked of the whole evacuation
    /// @param own of the instance
    static EvacuationMode of(EvacuationMode asked, EvacuationMode own, boolean movable) {
        var wanted = asked == AUTO ? own : asked;
        if (wanted != AUTO) {
            return wanted;
        }
        return movable ? MIGRATE : STOP;
    }
}
