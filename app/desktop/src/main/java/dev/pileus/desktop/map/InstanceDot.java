package dev.pileus.desktop.map;

import dev.pileus.api.Instance;
import dev.pileus.api.StatusCode;
import dev.pileus.model.store.InstanceKey;

/// One instance on a card.
///
/// @param status as the server words it
record InstanceDot(String project, String name, String status, Tone tone) {
    /// The colours of dots, in the order in which a bar stacks them.
    enum Tone {
        RUNNING,
        BUSY,
        FROZEN,
        STOPPED,
        FAULTY
    }

    static InstanceDot of(Instance instance, boolean memberAnswers) {
        var tone = tone(instance.statusCode());
        // The server calls every instance of a silent member faulty; what it really is nobody
        // knows.
        if (tone == Tone.FAULTY && !memberAnswers) {
            tone = Tone.STOPPED;
        }
        return new InstanceDot(instance.project(), instance.name(), instance.status(), tone);
    }

    InstanceKey key() {
        return new InstanceKey(project, name);
    }

    private static Tone tone(int statusCode) {
        return switch (statusCode) {
            case StatusCode.RUNNING, StatusCode.READY, StatusCode.THAWED -> Tone.RUNNING;
            case StatusCode.FROZEN -> Tone.FROZEN;
            case StatusCode.STOPPED -> Tone.STOPPED;
            case StatusCode.ERROR -> Tone.FAULTY;
            default -> Tone.BUSY;
        };
    }
}
