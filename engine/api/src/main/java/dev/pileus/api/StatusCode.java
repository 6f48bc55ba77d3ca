package dev.pileus.api;

/// The numbers that operations and instances carry beside their status words (CONTRACT 1.1). 400
/// and 401 are states of an operation here, not HTTP codes.
public final class StatusCode {
    public static final int OPERATION_CREATED = 100;
    public static final int STARTED = 101;
    public static final int STOPPED = 102;
    public static final int RUNNING = 103;
    public static final int CANCELLING = 104;
    public static final int PENDING = 105;
    public static final int STARTING = 106;
    public static final int STOPPING = 107;
    public static final int ABORTING = 108;
    public static final int FREEZING = 109;
    public static final int FROZEN = 110;
    public static final int THAWED = 111;
    public static final int ERROR = 112;
    public static final int READY = 113;
    public static final int SUCCESS = 200;
    public static final int FAILURE = 400;
    public static final int CANCELLED = 401;

    private StatusCode() {}
}
