/// The network interfaces of the host.
@NullMarked
package dev.pileus.runtime.network;

import org.jspecify.annotations.NullMarked;
