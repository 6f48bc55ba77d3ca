/// Which member keeps a copy of the database, and which copies vote: pure decisions, no I/O.
@NullMarked
package dev.pileus.domain.members.roles;

import org.jspecify.annotations.NullMarked;
