/// The vocabulary of the REST API: what Incus, LXD and our engine say to each other and to their
/// clients. No I/O.
@NullMarked
package dev.pileus.api;

import org.jspecify.annotations.NullMarked;
