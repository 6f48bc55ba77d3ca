/// SQL as an admin writes it.
@NullMarked
package dev.pileus.server.sql;

import org.jspecify.annotations.NullMarked;
