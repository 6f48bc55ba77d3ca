/// The cluster's things as tables: sorted, filtered, kept up to date without losing one's place.
@NullMarked
package dev.pileus.desktop.views;

import org.jspecify.annotations.NullMarked;
