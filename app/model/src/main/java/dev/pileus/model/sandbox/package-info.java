/// A cluster of our engine on this computer: the console starts it as a process.
@NullMarked
package dev.pileus.model.sandbox;

import org.jspecify.annotations.NullMarked;
