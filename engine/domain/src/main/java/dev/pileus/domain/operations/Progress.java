package dev.pileus.domain.operations;

import java.util.Map;

/// How running work tells how far it is.
public interface Progress {
    /// Nobody wants to know.
    Progress NONE =
            new Progress() {
                @Override
                public void put(String key, Object value) {}

                @Override
                public void putAll(Map<String, ?> values) {}
            };

    /// Puts something into the operation's metadata, and tells everybody who listens.
    ///
    /// @param value anything that JSON can hold
    void put(String key, Object value);

    /// The same for several keys at once.
    void putAll(Map<String, ?> values);
}
