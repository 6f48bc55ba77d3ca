/// A typed, blocking client of the REST API that Incus, LXD and our engine speak, over HTTPS and
/// unix sockets.
@NullMarked
package dev.pileus.client;

import org.jspecify.annotations.NullMarked;
