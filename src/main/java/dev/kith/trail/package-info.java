/**
 * What clients are told of the trail: who opened or changed their record, when, and what they did there. Refuses to tell anybody else, and to tell what
 * was opened beyond its kind.
 */
@NullMarked
package dev.kith.trail;

import org.jspecify.annotations.NullMarked;
