/// Search-or-run: everything that can be opened, selected or done, found by typing.
@NullMarked
package dev.pileus.desktop.search;

import org.jspecify.annotations.NullMarked;
