package dev.pileus.model.store;

import java.time.Duration;

/// How often a live image asks, beside what events tell it.
///
/// @param members no event tells that a member went offline or came back
/// @param load how busy each member is
/// @param instances also the pace at which missed events are made good
/// @param rest server, groups, operations, warnings, certificates
/// @param gap the least time between two reads of one part, however many events arrive
/// @param loadPatience how long one member's load is waited for
/// @param finished how long a finished operation stays visible
public record Intervals(
        Duration members,
        Duration load,
        Duration instances,
        Duration rest,
        Duration gap,
        Duration loadPatience,
        Duration finished) {
    public static Intervals standard() {
        return new Intervals(
                Duration.ofMillis(2500),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofMillis(400),
                Duration.ofSeconds(3),
                Duration.ofSeconds(30));
    }
}
