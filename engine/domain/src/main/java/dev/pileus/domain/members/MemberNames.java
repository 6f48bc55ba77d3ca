package dev.pileus.domain.members;

import dev.pileus.api.ApiException;

/// What a member may be called: `?target=NAME`, `/1.0/cluster/members/NAME` and tokens must be able
/// to say it (CONTRACT 9.4).
public final class MemberNames {
    private static final int LONGEST = 255;

    private MemberNames() {}

    /// Refuses what cannot be a member's name.
    public static void check(String name) {
        if (name.isEmpty()
                || name.length() > LONGEST
                || name.startsWith("@")
                || name.contains("/")
                || name.equals(".")
                || name.equals("..")
                || name.equals(Member.STANDALONE)
                || name.chars().anyMatch(MemberNames::isBlankOrControl)) {
            throw new ApiException(400, "Invalid cluster member name: \"" + name + "\"");
        }
    }

    private static boolean isBlankOrControl(int letter) {
        return Character.isISOControl(letter)
                || Character.isWhitespace(letter)
                || Character.isSpaceChar(letter);
    }
}
