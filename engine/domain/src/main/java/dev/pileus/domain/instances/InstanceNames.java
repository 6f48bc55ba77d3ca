package dev.pileus.domain.instances;

import dev.pileus.api.ApiException;
import java.util.Optional;
import java.util.regex.Pattern;

/// What instances and snapshots may be called. Names become paths, host names and parts of the
/// configuration of containers.
public final class InstanceNames {
    private static final int LONGEST = 63;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9-]+");
    private static final Pattern SNAPSHOT = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private InstanceNames() {}

    /// Refuses what no host can be called.
    ///
    /// @throws ApiException 400
    public static void check(String name) {
        complaint(name)
                .ifPresent(complaint -> {
                    throw new ApiException(400, "Invalid instance name: " + complaint);
                });
    }

    private static Optional<String> complaint(String name) {
        if (name.isEmpty() || name.length() > LONGEST) {
            return Optional.of("Name must be 1-63 characters long");
        }
        if (!SHAPE.matcher(name).matches()) {
            return Optional.of("Name can only contain alphanumeric and hyphen characters");
        }
        if (name.startsWith("-") || name.endsWith("-")) {
            return Optional.of("Name must not start or end with a hyphen");
        }
        return name.chars().allMatch(Character::isDigit)
                ? Optional.of("Name cannot be a number")
                : Optional.empty();
    }

    /// Refuses what a snapshot cannot be called.
    ///
    /// @throws ApiException 400
    public static void checkSnapshot(String name) {
        if (!SNAPSHOT.matcher(name).matches() || name.startsWith(".")) {
            throw new ApiException(
                    400, "Invalid snapshot name \"%s\"".formatted(name.replaceAll("\\p{C}", "?")));
        }
    }
}
