package dev.pileus.domain.config;

import java.util.Map;

/// A feature that keys of the configuration speak of.
@FunctionalInterface
public interface ConfigCheck {
    /// Refuses values that make no sense to the feature, before anything is written.
    ///
    /// @param changed the new values; empty: the key is unset
    /// @throws dev.pileus.api.ApiException to refuse
    void check(Map<String, String> changed);
}
