/// Who is trusted, and how somebody comes to be (CONTRACT 7): by certificate, by token, by
/// password.
@NullMarked
package dev.pileus.domain.certificates;

import org.jspecify.annotations.NullMarked;
