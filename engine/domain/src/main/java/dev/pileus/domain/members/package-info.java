/// The members of the cluster: who they are, how they fare, what admins may change about them, and
/// the tokens that let new ones in.
@NullMarked
package dev.pileus.domain.members;

import org.jspecify.annotations.NullMarked;
