/// Preseeds and questions.
@NullMarked
package dev.pileus.cli.init;

import org.jspecify.annotations.NullMarked;
