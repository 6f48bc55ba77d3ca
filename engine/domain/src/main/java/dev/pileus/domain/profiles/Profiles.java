package dev.pileus.domain.profiles;

import dev.pileus.api.ApiException;
import dev.pileus.api.ProfileUpdate;
import dev.pileus.database.Reader;
import dev.pileus.domain.projects.StoredProject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds profiles for other features, inside of their own reads and decisions.
public final class Profiles {
    private Profiles() {}

    /// What all profiles of all projects hold, by id.
    public static Map<Long, ProfileUpdate> contents(Reader reader) {
        var contents = new HashMap<Long, ProfileUpdate>();
        ProfilesRepository.everywhere(reader)
                .forEach(profile -> contents.put(profile.id(), profile.writable()));
        return contents;
    }

    /// The profiles with these names, in the same order.
    ///
    /// @param owner whose profiles they are
    /// @throws ApiException 404 if there is no such profile, 400 if one is named twice
    public static List<Long> ids(Reader reader, StoredProject owner, List<String> names) {
        var ids = new ArrayList<Long>();
        for (var name : names) {
            var profile =
                    ProfilesRepository.find(reader, owner.id(), name)
                            .orElseThrow(() ->
                                    new ApiException(
                                            404,
                                            "Profile \"%s\" not found for project \"%s\""
                                                    .formatted(name, owner.name())));
            if (ids.contains(profile.id())) {
                throw new ApiException(400, "Duplicate profile found in request");
            }
            ids.add(profile.id());
        }
        return ids;
    }
}
