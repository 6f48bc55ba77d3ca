package dev.pileus.domain.profiles;

import dev.pileus.database.Reader;
import java.util.List;

/// Somebody whose objects are made of profiles: instances.
@FunctionalInterface
public interface ProfileUse {
    ProfileUse NONE = (reader, profile) -> List.of();

    /// URLs of those that use the profile.
    ///
    /// @param profile its row in `profiles`
    List<String> urls(Reader reader, long profile);
}
