/// What tests of all looks at the host need.
@NullMarked
package dev.pileus.runtime;

import org.jspecify.annotations.NullMarked;
