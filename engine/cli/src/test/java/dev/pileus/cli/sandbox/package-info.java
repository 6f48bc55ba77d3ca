/// Tests of the sandbox.
@NullMarked
package dev.pileus.cli.sandbox;

import org.jspecify.annotations.NullMarked;
