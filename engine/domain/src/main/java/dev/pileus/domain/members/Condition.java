package dev.pileus.domain.members;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// A member's status and what is said about it (CONTRACT 9.2).
record Condition(String status, String message) {
    private static final String MAINTENANCE = "Unavailable due to maintenance";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xx", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /// Maintenance wins over silence, silence over age.
    static Condition of(
            Member member, MemberVersion newest, Liveness liveness, Duration offlineThreshold) {
        return switch (member.phase()) {
            case EVACUATED -> new Condition("Evacuated", MAINTENANCE);
            case EVACUATING -> new Condition("Evacuating", MAINTENANCE);
            case RESTORING -> new Condition("Restoring", MAINTENANCE);
            case CREATED, PENDING -> {
                if (!liveness.isOnline(member.id(), offlineThreshold)) {
                    yield new Condition(
                            "Offline",
                            silence(
                                    liveness.silence(member.id()),
                                    liveness.lastHeard(member.id())));
                }
                yield member.version().isBehind(newest)
                        ? new Condition("Blocked", "Needs updating to newer version")
                        : new Condition("Online", "Fully operational");
            }
        };
    }

    private static String silence(Duration silence, Instant since) {
        return "No heartbeat for %s (%s)"
                .formatted(spoken(silence), MOMENT.format(since.truncatedTo(ChronoUnit.SECONDS)));
    }

    /// `43s`, `2m31s`, `1h0m5s`.
    private static String spoken(Duration duration) {
        var seconds = Math.max(0, Math.round(duration.toMillis() / 1000.0));
        var hours = seconds / 3600;
        var minutes = seconds / 60 % 60;
        var rest = seconds % 60 + "s";
        if (hours > 0) {
            return hours + "h" + minutes + "m" + rest;
        }
        return minutes > 0 ? minutes + "m" + rest : rest;
    }
}
