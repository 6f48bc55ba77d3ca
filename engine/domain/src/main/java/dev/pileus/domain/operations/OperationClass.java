package dev.pileus.domain.operations;

import dev.pileus.api.Operation;

/// The kinds of operations, with their numbers in the table.
public enum OperationClass {
    TASK(1, "task"),
    WEBSOCKET(2, "websocket"),
    TOKEN(3, Operation.CLASS_TOKEN);

    private final int number;
    private final String title;

    OperationClass(int number, String title) {
        this.number = number;
        this.title = title;
    }

    int number() {
        return number;
    }

    /// As the API writes it.
    public String title() {
        return title;
    }
}
