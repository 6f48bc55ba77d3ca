package dev.pileus.domain.profiles;

import dev.pileus.api.ProfileUpdate;
import dev.pileus.database.Reader;
import java.util.List;
import java.util.Map;

/// Somebody whose objects are made of profiles: instances.
@FunctionalInterface
public interface ProfileUse {
    ProfileUse NONE = (reader, profile) -> List.of();

    /// URLs of those that use the profile.
    ///
    /// @param profile its row in `profiles`
    List<String> urls(Reader reader, long profile);

    /// Whether any of those gets a device from the profile as it is.
    ///
    /// @param profile its row in `profiles`
    default boolean relies(Reader reader, long profile, String device, Map<String, String> keys) {
        return false;
    }

    /// Refuses what they, or their projects, have no room for.
    ///
    /// @param profile its row in `profiles`
    /// @throws dev.pileus.api.ApiException 400
    default void checkChange(Reader reader, long profile, ProfileUpdate wanted) {}
}
