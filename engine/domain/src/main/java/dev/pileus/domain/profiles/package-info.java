/// Profiles: what instances can have in common, and which keys and devices that may be (CONTRACT
/// 18).
@NullMarked
package dev.pileus.domain.profiles;

import org.jspecify.annotations.NullMarked;
