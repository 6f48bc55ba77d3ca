/// What members of a cluster say to each other: joins, heartbeats, forwarded requests, and the
/// database's own talk, all through the port that clients use.
@NullMarked
package dev.pileus.server.members;

import org.jspecify.annotations.NullMarked;
