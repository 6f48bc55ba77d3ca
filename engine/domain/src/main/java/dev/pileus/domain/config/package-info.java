/// The keys of the whole cluster and those of each member (CONTRACT 12): what they may hold, where
/// they are kept, what follows from them.
@NullMarked
package dev.pileus.domain.config;

import org.jspecify.annotations.NullMarked;
