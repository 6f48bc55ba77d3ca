package dev.pileus.api;

/// `POST /1.0/cluster/members/NAME/state`.
///
/// @param action `evacuate` or `restore`
/// @param mode empty: each instance decides. Evacuation: `auto`, `migrate`, `live-migrate`, `stop`
///   and, with `clustering_evacuation_stop_options`, `stateful-stop`, `force-stop`. Restore: empty
///   or `skip`.
public record MemberStateChange(String action, String mode) {
    public MemberStateChange {
        action = Absent.text(action);
        mode = Absent.text(mode);
    }

    public static MemberStateChange evacuate(String mode) {
        return new MemberStateChange("evacuate", mode);
    }

    public static MemberStateChange restore(String mode) {
        return new MemberStateChange("restore", mode);
    }
}
