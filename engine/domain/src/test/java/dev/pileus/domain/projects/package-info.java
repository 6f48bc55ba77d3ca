/// Tests.
@NullMarked
package dev.pileus.domain.projects;

import org.jspecify.annotations.NullMarked;
