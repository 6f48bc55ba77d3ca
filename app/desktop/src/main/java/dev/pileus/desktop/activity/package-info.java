/// What the cluster is doing and what happened lately.
@NullMarked
package dev.pileus.desktop.activity;

import org.jspecify.annotations.NullMarked;
