/// What members' hosts are made of, and how busy they are (CONTRACT 9.5, 18).
@NullMarked
package dev.pileus.domain.resources;

import org.jspecify.annotations.NullMarked;
