package dev.pileus.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/// The body of `POST /1.0/instances/NAME/exec` (CONTRACT 16.1).
///
/// @param command the program and its arguments
/// @param waitForWebsocket whether the command begins when the client has connected its websockets
/// @param interactive whether it has a terminal
/// @param width columns of the terminal, 0: the usual 80
/// @param height rows of the terminal, 0: the usual 25
/// @param recordOutput whether the output is kept as files in the instance's logs
/// @param cwd where it begins, empty: `/`
public record InstanceExec(
        List<String> command,
        Map<String, String> environment,
        @JsonProperty("wait-for-websocket") boolean waitForWebsocket,
        boolean interactive,
        int width,
        int height,
        @JsonProperty("record-output") boolean recordOutput,
        long user,
        long group,
        String cwd) {
    public InstanceExec {
        command = Absent.list(command);
        environment = Absent.map(environment);
        cwd = Absent.text(cwd);
    }
}
