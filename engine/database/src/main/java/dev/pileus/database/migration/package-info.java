/// Brings a database from the version it has to the version this program knows; the content of the
/// versions belongs to whoever owns the tables.
@NullMarked
package dev.pileus.database.migration;

import org.jspecify.annotations.NullMarked;
