/// Images: what instances are made from, their names, and their copies on the members (CONTRACT
/// 17).
@NullMarked
package dev.pileus.domain.images;

import org.jspecify.annotations.NullMarked;
