package dev.pileus.database.raft.wire;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What members ask each other.
public enum Request {
    REQUEST_VOTE(1),
    START_ELECTION(2),
    APPEND_ENTRIES(3),
    INSTALL_SNAPSHOT(4),
    PROPOSE(5),
    BARRIER(6),
    QUERY(7),
    CHANGES(8),
    STATUS(9),
    ASSIGN(10),
    START_REPLICA(11),
    STOP_REPLICA(12);

    private static final Map<Integer, Request> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(Request::code, Function.identity()));

    /// On the wire; never given to another request.
    private final int code;

    Request(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Request of(int code) throws WireException {
        var request = BY_CODE.get(code);
        if (request == null) {
            throw new WireException("another member asks for something unknown: " + code);
        }
        return request;
    }
}
