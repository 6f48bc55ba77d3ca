/// The client against real Incus and LXD clusters, and against answers that no real server gives.
@NullMarked
package dev.pileus.client;

import org.jspecify.annotations.NullMarked;
