/// What happens, told to whoever listens: on this member and, through streams, everywhere.
@NullMarked
package dev.pileus.domain.events;

import org.jspecify.annotations.NullMarked;
