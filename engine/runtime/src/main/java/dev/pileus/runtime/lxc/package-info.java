/// Containers by the tools of liblxc, which carry them on when the daemon ends.
@NullMarked
package dev.pileus.runtime.lxc;

import org.jspecify.annotations.NullMarked;
