/// `sql`: questions and changes in SQL, on the databases of a running member.
@NullMarked
package dev.pileus.cli.sql;

import org.jspecify.annotations.NullMarked;
