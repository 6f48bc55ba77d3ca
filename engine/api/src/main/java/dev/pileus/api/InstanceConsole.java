package dev.pileus.api;

/// The body of `POST /1.0/instances/NAME/console`.
///
/// @param width columns, 0: the usual 80
/// @param height rows, 0: the usual 25
/// @param type `console` or `vga`; empty means `console`
/// @param force whether somebody else who looks at it is sent away
public record InstanceConsole(int width, int height, String type, boolean force) {
    public InstanceConsole {
        type = Absent.text(type);
    }
}
