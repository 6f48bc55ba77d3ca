/// What all wizards share.
@NullMarked
package dev.pileus.desktop.wizards;

import org.jspecify.annotations.NullMarked;
