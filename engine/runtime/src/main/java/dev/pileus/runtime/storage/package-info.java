/// Storage drivers: what pools need on the host.
@NullMarked
package dev.pileus.runtime.storage;

import org.jspecify.annotations.NullMarked;
