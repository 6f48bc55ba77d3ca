package dev.pileus.domain;

/// The member that this program is, as the database knows it. Changes when a server becomes
/// clustered, joins, or is renamed: ask each time. Thread-safe.
public interface ThisMember {
    /// What a standalone server is called in `location` and in the table `nodes`.
    String STANDALONE = "none";

    /// Its row in `nodes`.
    long id();

    /// The member's name, [#STANDALONE] while it is no part of a cluster.
    String name();

    default boolean isClustered() {
        return !name().equals(STANDALONE);
    }

    /// A server that is no part of a cluster.
    static ThisMember standalone() {
        return new ThisMember() {
            @Override
            public long id() {
                return 1;
            }

            @Override
            public String name() {
                return STANDALONE;
            }
        };
    }
}
