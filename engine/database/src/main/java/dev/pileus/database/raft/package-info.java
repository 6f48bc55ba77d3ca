/// The database of a cluster: SQLite on several members, kept alike by Raft (Apache Ratis). See
/// `DESIGN.md` in this module.
@NullMarked
package dev.pileus.database.raft;

import org.jspecify.annotations.NullMarked;
