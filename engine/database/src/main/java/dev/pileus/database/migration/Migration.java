package dev.pileus.database.migration;

/// One step of a schema.
///
/// @param version counts from 1 without gaps
/// @param name says what changes, such as `members`
/// @param sql statements separated by semicolons
public record Migration(int version, String name, String sql) {
    /// The step together with the note that it is done.
    public String script() {
        return sql + "\n;\nPRAGMA user_version = " + version;
    }
}
