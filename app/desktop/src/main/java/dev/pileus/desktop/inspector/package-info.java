/// What is known of the one thing that is selected, and what can be done to it.
@NullMarked
package dev.pileus.desktop.inspector;

import org.jspecify.annotations.NullMarked;
