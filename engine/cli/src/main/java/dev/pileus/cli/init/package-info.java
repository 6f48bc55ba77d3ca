/// Sets a new member up: from a preseed, from questions, or as plainly as possible.
@NullMarked
package dev.pileus.cli.init;

import org.jspecify.annotations.NullMarked;
