package dev.pileus.domain.images;

import dev.pileus.domain.members.Member;
import java.util.List;

/// The other members, as far as images travel between them. What a member that cannot be reached is
/// asked to do fails with an [dev.pileus.api.ApiException].
public interface ImageMembers {
    /// The others that are online, in the order in which they came.
    List<Member> online();

    /// Takes an image's files from a member; who asks checks what came.
    ///
    /// @return the parcel, filled
    Parcel take(Member from, String fingerprint, Parcel into);

    /// Has a member fetch an image for itself, and waits for it.
    void haveFetched(Member who, String fingerprint);

    /// Has a member delete the files of an image that is there no more.
    void haveForgotten(Member who, String fingerprint);

    /// A server without other members.
    static ImageMembers none() {
        return new ImageMembers() {
            @Override
            public List<Member> online() {
                return List.of();
            }

            @Override
            public Parcel take(Member from, String fingerprint, Parcel into) {
                throw new IllegalStateException("there is no member " + from.name());
            }

            @Override
            public void haveFetched(Member who, String fingerprint) {
                throw new IllegalStateException("there is no member " + who.name());
            }

            @Override
            public void haveForgotten(Member who, String fingerprint) {
                throw new IllegalStateException("there is no member " + who.name());
            }
        };
    }
}
