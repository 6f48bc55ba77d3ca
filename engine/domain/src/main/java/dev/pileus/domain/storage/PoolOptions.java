package dev.pileus.domain.storage;

import dev.pileus.api.ApiException;
import dev.pileus.domain.options.Options;
import dev.pileus.domain.options.ValueRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The keys of pools (CONTRACT 13.1).
final class PoolOptions {
    static final String SOURCE = "source";

    /// Of all drivers that servers of this API know: a client must not take them for global ones.
    private static final Set<String> MEMBER_SPECIFIC =
            Set.of(
                    "size",
                    SOURCE,
                    "source.wipe",
                    "volatile.initial_source",
                    "zfs.pool_name",
                    "lvm.thinpool_name",
                    "lvm.vg_name",
                    "lvm.vg.force_reuse");

    private static final Map<String, Options> BY_DRIVER =
            Map.of(
                    "dir",
                    Options.builder()
                            .keys(ValueRule.anything(), SOURCE, "volatile.initial_source")
                            .keys(ValueRule.size(), "rsync.bwlimit", "volume.size")
                            .keys(ValueRule.bool(), "rsync.compression")
                            .keys(
                                    ValueRule.bool(),
                                    "volume.security.shifted",
                                    "volume.security.unmapped")
                            .keys(
                                    ValueRule.anything(),
                                    "volume.snapshots.expiry",
                                    "volume.snapshots.pattern",
                                    "volume.snapshots.schedule")
                            .userKeys()
                            .build());

    private PoolOptions() {}

    static boolean isMemberSpecific(String key) {
        return MEMBER_SPECIFIC.contains(key);
    }

    static void check(String driver, Map<String, String> config) {
        var options = BY_DRIVER.get(driver);
        if (options == null) {
            throw new ApiException(400, "Unknown driver");
        }
        new TreeMap<>(config)
                .forEach((key, value) -> {
                    var rule =
                            options.rule(key)
                                    .orElseThrow(() ->
                                            new ApiException(
                                                    400, "Invalid option \"%s\"".formatted(key)));
                    rule.complaint(value)
                            .ifPresent(complaint -> {
                                throw new ApiException(
                                        400,
                                        "Invalid value for option \"%s\": %s"
                                                .formatted(key, complaint));
                            });
                });
    }
}
