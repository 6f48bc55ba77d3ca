/// What tests of all features need.
@NullMarked
package dev.pileus.domain;

import org.jspecify.annotations.NullMarked;
