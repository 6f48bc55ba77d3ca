/// Texts, dates and numbers in the language of the user.
@NullMarked
package dev.pileus.desktop.i18n;

import org.jspecify.annotations.NullMarked;
