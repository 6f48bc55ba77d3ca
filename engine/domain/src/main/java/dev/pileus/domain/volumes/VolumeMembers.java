package dev.pileus.domain.volumes;

import dev.pileus.domain.members.Member;
import java.nio.file.Path;
import java.util.Optional;

/// The other members, as far as volumes travel between them.
public interface VolumeMembers {
    /// A member that is online, by its name.
    Optional<Member> online(String name);

    /// Takes the files of a volume from the member that has it.
    ///
    /// @param snapshot empty: as the volume is now
    /// @param folder exists and is empty
    /// @throws dev.pileus.api.ApiException when not everything has come
    void take(Member from, StoredVolume volume, String snapshot, Path folder);

    /// A server without other members.
    static VolumeMembers none() {
        return new VolumeMembers() {
            @Override
            public Optional<Member> online(String name) {
                return Optional.empty();
            }

            @Override
            public void take(Member from, StoredVolume volume, String snapshot, Path folder) {
                throw new IllegalStateException("there is no member " + from.name());
            }
        };
    }
}
