package dev.pileus.model.plan;

/// What the users of an instance notice.
public enum Meanwhile {
    STAYS_UP,
    RESTARTS,
    STOPPED_UNTIL_RESTORE,
    /// It was stopped and stays so.
    WAS_STOPPED,
    /// It was stopped, but the server starts it on its new member (`boot.autostart`, or it ran
    /// last).
    STARTS_THERE,
    /// It goes on running on the member, evacuated or not.
    LEFT_RUNNING,
    /// The server stops it, gives up, and does not start it again: somebody must.
    STOPPED_BY_FAILURE,
    NOT_PREDICTABLE
}
