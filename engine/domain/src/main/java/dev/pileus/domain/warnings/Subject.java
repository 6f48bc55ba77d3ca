package dev.pileus.domain.warnings;

import org.jspecify.annotations.Nullable;

/// What a warning is about; there is at most one of the same subject.
///
/// @param member row in `nodes` of the member that noticed it; null when it belongs to none
/// @param entityUrl such as `/1.0/cluster/members/m2`, or empty
public record Subject(WarningType type, @Nullable Long member, String entityUrl) {
    public static Subject of(WarningType type, long member, String entityUrl) {
        return new Subject(type, member, entityUrl);
    }
}
