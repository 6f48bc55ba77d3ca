/// The client's expectations of a server, kept by our engine.
@NullMarked
package dev.pileus.client;

import org.jspecify.annotations.NullMarked;
