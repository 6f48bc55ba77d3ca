/// What every look at the host needs.
@NullMarked
package dev.pileus.runtime;

import org.jspecify.annotations.NullMarked;
