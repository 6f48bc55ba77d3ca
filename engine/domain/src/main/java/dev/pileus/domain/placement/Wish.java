package dev.pileus.domain.placement;

/// Where somebody wants an instance to live: `?target=`.
public sealed interface Wish {
    /// Wherever there is room.
    record Anywhere() implements Wish {}

    /// On this member.
    record OnMember(String name) implements Wish {}

    /// On any member of this group.
    record InGroup(String name) implements Wish {}

    /// Takes `NAME`, `@GROUP`, or nothing.
    static Wish of(String target) {
        if (target.isEmpty()) {
            return new Anywhere();
        }
        return target.startsWith("@") ? new InGroup(target.substring(1)) : new OnMember(target);
    }
}
