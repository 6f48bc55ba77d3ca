/// Which keys the configuration of an object may have, and what their values look like.
@NullMarked
package dev.pileus.domain.options;

import org.jspecify.annotations.NullMarked;
