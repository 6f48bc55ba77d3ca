package dev.pileus.domain.config;

import dev.pileus.domain.options.ValueRule;

/// A key of the configuration.
///
/// @param initial what holds while it is not set
/// @param rule never asked about the empty value, which unsets
/// @param secret kept as a hash, and shown only as being there
record ConfigKey(String name, Scope scope, String initial, ValueRule rule, boolean secret) {
    /// Where a key holds.
    enum Scope {
        CLUSTER,
        MEMBER
    }
}
