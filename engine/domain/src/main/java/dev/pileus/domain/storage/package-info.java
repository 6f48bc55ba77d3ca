/// Storage pools: definitions, two-phase creation, what they need on a member's host (CONTRACT 13).
@NullMarked
package dev.pileus.domain.storage;

import org.jspecify.annotations.NullMarked;
