package dev.pileus.api;

/// One key of a pool or network whose value differs per member.
///
/// @param entity `storage-pool` or `network`
public record MemberConfigKey(
        String entity, String name, String key, String value, String description) {
    public MemberConfigKey {
        entity = Absent.text(entity);
        name = Absent.text(name);
        key = Absent.text(key);
        value = Absent.text(value);
        description = Absent.text(description);
    }
}
