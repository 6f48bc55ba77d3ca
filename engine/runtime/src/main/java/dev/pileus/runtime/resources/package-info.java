/// Finds out what the host is made of and how busy it is: Linux, from /proc and /sys.
@NullMarked
package dev.pileus.runtime.resources;

import org.jspecify.annotations.NullMarked;
