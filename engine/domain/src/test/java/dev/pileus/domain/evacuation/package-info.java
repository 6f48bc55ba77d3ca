/// Tests of maintenance.
@NullMarked
package dev.pileus.domain.evacuation;

import org.jspecify.annotations.NullMarked;
