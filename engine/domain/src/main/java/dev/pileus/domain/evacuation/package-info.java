/// Maintenance: members are emptied and filled again, and what to do about those that are lost
/// (CONTRACT 11).
@NullMarked
package dev.pileus.domain.evacuation;

import org.jspecify.annotations.NullMarked;
