package dev.pileus.domain.volumes;

import dev.pileus.api.ApiException;
import dev.pileus.api.NewVolume;
import dev.pileus.api.StorageVolume;
import dev.pileus.domain.options.Options;
import dev.pileus.domain.options.ValueRule;
import java.util.Map;
import java.util.TreeMap;

/// What volumes may be called and which keys they may have.
final class VolumeRules {
    private static final int LONGEST = 200;

    private static final Options OPTIONS =
            Options.builder()
                    .keys(ValueRule.size(), "size")
                    .keys(ValueRule.bool(), "security.shifted", "security.unmapped")
                    .keys(
                            ValueRule.anything(),
                            "snapshots.expiry",
                            "snapshots.pattern",
                            "snapshots.schedule")
                    .userKeys()
                    .build();

    private VolumeRules() {}

    static void check(NewVolume wanted) {
        if (!wanted.type().isEmpty() && !wanted.type().equals(StorageVolume.CUSTOM)) {
            throw new ApiException(
                    400,
                    "Currently not allowed to create storage volumes of type \"%s\""
                            .formatted(wanted.type()));
        }
        if (!wanted.contentType().isEmpty()
                && !wanted.contentType().equals(StorageVolume.FILESYSTEM)) {
            throw new ApiException(
                    400, "Content type \"%s\" is not supported".formatted(wanted.contentType()));
        }
        checkName(wanted.name());
        check(wanted.name(), wanted.config());
    }

    /// The name becomes that of a folder.
    static void checkName(String name) {
        if (name.isEmpty()) {
            throw new ApiException(400, "No name provided");
        }
        if (name.contains("/")) {
            throw new ApiException(400, "Storage volume names may not contain slashes");
        }
        if (name.startsWith(".")
                || name.length() > LONGEST
                || name.chars().anyMatch(c -> Character.isWhitespace(c) || c < ' ')) {
            throw new ApiException(400, "Invalid storage volume name \"%s\"".formatted(name));
        }
    }

    static void check(String volume, Map<String, String> config) {
        new TreeMap<>(config)
                .forEach((key, value) -> {
                    var rule =
                            OPTIONS.rule(key)
                                    .orElseThrow(() ->
                                            new ApiException(
                                                    400,
                                                    "Invalid option for volume \"%s\" option \"%s\""
                                                            .formatted(volume, key)));
                    rule.complaint(value)
                            .ifPresent(complaint -> {
                                throw new ApiException(
                                        400,
                                        "Invalid value for volume \"%s\" option \"%s\": %s"
                                                .formatted(volume, key, complaint));
                            });
                });
    }
}
