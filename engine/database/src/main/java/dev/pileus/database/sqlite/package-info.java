/// One SQLite file: connections, pragmas, transactions, backup. Knows nothing of replication.
@NullMarked
package dev.pileus.database.sqlite;

import org.jspecify.annotations.NullMarked;
