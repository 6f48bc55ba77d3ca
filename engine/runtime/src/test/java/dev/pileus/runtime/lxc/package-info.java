/// Tests.
@NullMarked
package dev.pileus.runtime.lxc;

import org.jspecify.annotations.NullMarked;
