/// The system itself: one package for each feature, and the tables that all of them share.
@NullMarked
package dev.pileus.domain;

import org.jspecify.annotations.NullMarked;
