/// What a server wants an admin to know (CONTRACT 18).
@NullMarked
package dev.pileus.domain.warnings;

import org.jspecify.annotations.NullMarked;
