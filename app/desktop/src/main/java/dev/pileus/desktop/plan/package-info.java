/// Plan, then act, on the screen: a plan in words, the dialog that shows it and follows its run.
@NullMarked
package dev.pileus.desktop.plan;

import org.jspecify.annotations.NullMarked;
