/// What the console remembers between two starts. No secrets.
@NullMarked
package dev.pileus.desktop.settings;

import org.jspecify.annotations.NullMarked;
