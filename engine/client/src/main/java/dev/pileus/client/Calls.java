package dev.pileus.client;

import java.time.Duration;
import java.util.List;

/// What the calls of each feature share: where requests go and how long they may take.
final class Calls {
    private final Transport transport;
    private final Timeouts timeouts;

    Calls(Transport transport, Timeouts timeouts) {
        this.transport = transport;
        this.timeouts = timeouts;
    }

    Transport transport() {
        return transport;
    }

    Timeouts timeouts() {
        return timeouts;
    }

    Answer send(Request request) {
        return transport.send(request, timeouts);
    }

    /// The same at one endpoint.
    Calls only(Endpoint endpoint) {
        var addresses = Addresses.fixed(List.of(endpoint));
        return new Calls(new Transport(transport.wire(), addresses), timeouts);
    }

    /// The same for what servers answer only after work on several hosts.
    Calls patiently(Duration answer) {
        return new Calls(transport, timeouts.patient(answer));
    }

    /// A change that most servers make at once: waits where one makes it in the background.
    void change(Request request) {
        var answer = send(request);
        if (answer.envelope().isAsync()) {
            new OperationCalls(this).finish(answer, timeouts.total());
        }
    }
}
