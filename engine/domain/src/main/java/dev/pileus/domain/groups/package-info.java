/// Groups of members: placement looks at them, and every member is always in at least one.
@NullMarked
package dev.pileus.domain.groups;

import org.jspecify.annotations.NullMarked;
