/// SQL by our own admin tool.
@NullMarked
package dev.pileus.cli.sql;

import org.jspecify.annotations.NullMarked;
