/// Tests.
@NullMarked
package dev.pileus.runtime.network;

import org.jspecify.annotations.NullMarked;
