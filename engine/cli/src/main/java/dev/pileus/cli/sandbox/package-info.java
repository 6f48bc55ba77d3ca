/// A cluster of our engine on this computer: started, formed with real tokens, looked at, stopped.
@NullMarked
package dev.pileus.cli.sandbox;

import org.jspecify.annotations.NullMarked;
