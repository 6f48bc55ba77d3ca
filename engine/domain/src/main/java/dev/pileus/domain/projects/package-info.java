/// Projects: which of them own what, what restricts them (CONTRACT 18).
@NullMarked
package dev.pileus.domain.projects;

import org.jspecify.annotations.NullMarked;
