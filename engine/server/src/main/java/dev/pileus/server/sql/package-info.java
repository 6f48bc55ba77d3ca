/// SQL as an admin writes it, on the databases of a running member.
@NullMarked
package dev.pileus.server.sql;

import org.jspecify.annotations.NullMarked;
