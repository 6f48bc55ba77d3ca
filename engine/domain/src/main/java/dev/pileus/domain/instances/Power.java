package dev.pileus.domain.instances;

import dev.pileus.api.StatusCode;

/// Whether an instance is up.
public enum Power {
    STOPPED("Stopped", StatusCode.STOPPED),
    RUNNING("Running", StatusCode.RUNNING),
    FROZEN("Frozen", StatusCode.FROZEN),
    /// Nobody can tell: its member does not answer.
    UNKNOWN("Error", StatusCode.ERROR);

    private final String status;
    private final int code;

    Power(String status, int code) {
        this.status = status;
        this.code = code;
    }

    /// As the REST API words it.
    public String status() {
        return status;
    }

    /// A number of [StatusCode].
    public int code() {
        return code;
    }

    /// Whether there is anything to stop.
    public boolean isUp() {
        return this == RUNNING || this == FROZEN;
    }
}
