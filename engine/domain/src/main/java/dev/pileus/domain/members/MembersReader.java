package dev.pileus.domain.members;

import dev.pileus.database.Reader;
import java.util.List;

/// The members' table for those who need it before any service is there.
public final class MembersReader {
    private MembersReader() {}

    /// Also those that are still joining.
    public static List<Member> all(Reader reader) {
        return MembersRepository.all(reader);
    }
}
