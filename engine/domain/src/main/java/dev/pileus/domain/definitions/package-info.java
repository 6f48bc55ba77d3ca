/// What pools and networks have in common: they are defined on every member first, each with keys
/// of its own, and then created everywhere in a step that can be repeated (CONTRACT 13.2, 14).
@NullMarked
package dev.pileus.domain.definitions;

import org.jspecify.annotations.NullMarked;
