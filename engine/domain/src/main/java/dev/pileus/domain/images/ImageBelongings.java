package dev.pileus.domain.images;

import dev.pileus.database.Reader;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MemberBelongings;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A member's copies of the images. A newcomer gets its own from [ImageCopies#repair].
public final class ImageBelongings implements MemberBelongings {
    private final ImageCopies copies;

    public ImageBelongings(ImageCopies copies) {
        this.copies = copies;
    }

    @Override
    public void leave() {
        copies.leave();
    }

    @Override
    public void rescue(Member member) {
        copies.rescue(member);
    }

    @Override
    public Optional<String> remains(Reader reader, long member) {
        var only = new TreeSet<String>();
        ImageCopies.holders(reader)
                .forEach((fingerprint, holders) -> {
                    if (holders.equals(Set.of(member))) {
                        only.add(fingerprint);
                    }
                });
        return only.isEmpty()
                ? Optional.empty()
                : Optional.of("images: " + String.join(", ", only));
    }
}
