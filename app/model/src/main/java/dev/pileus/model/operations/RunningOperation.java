package dev.pileus.model.operations;

import java.time.Instant;

/// One row of the activity pane: an operation that runs or has just ended.
///
/// @param member that does the work; `none` on a standalone server
/// @param since by the server's clock
/// @param cancellable whether the server would cancel it now
public record RunningOperation(
        String id,
        Work work,
        String member,
        Instant since,
        Progress progress,
        boolean cancellable,
        Stage stage) {}
