/// Instances: what they are made of, where they live, and their life from creation to deletion
/// (CONTRACT 15).
@NullMarked
package dev.pileus.domain.instances;

import org.jspecify.annotations.NullMarked;
