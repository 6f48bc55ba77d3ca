/// Networks: definitions, two-phase creation, and the interfaces that the host has anyway (CONTRACT
/// 14).
@NullMarked
package dev.pileus.domain.networks;

import org.jspecify.annotations.NullMarked;
