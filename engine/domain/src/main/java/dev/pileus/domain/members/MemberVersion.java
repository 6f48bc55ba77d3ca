package dev.pileus.domain.members;

/// What a member can do: the version of the cluster's tables it knows, and how many API extensions
/// it announces.
public record MemberVersion(int schema, int apiExtensions) {
    /// Whether the member waits for an update: somebody runs something newer.
    boolean isBehind(MemberVersion other) {
        return schema < other.schema || apiExtensions < other.apiExtensions;
    }

    static MemberVersion newer(MemberVersion one, MemberVersion other) {
        return new MemberVersion(
                Math.max(one.schema, other.schema),
                Math.max(one.apiExtensions, other.apiExtensions));
    }
}
