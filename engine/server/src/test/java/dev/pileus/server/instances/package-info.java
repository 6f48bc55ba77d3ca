/// Tests.
@NullMarked
package dev.pileus.server.instances;

import org.jspecify.annotations.NullMarked;
