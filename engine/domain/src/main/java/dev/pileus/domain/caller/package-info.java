/// Who asks for something, and what he may ask for.
@NullMarked
package dev.pileus.domain.caller;

import org.jspecify.annotations.NullMarked;
