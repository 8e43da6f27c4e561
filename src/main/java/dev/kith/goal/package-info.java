/**
 * Goal attainment scaling: goals that client and clinician write together, with five levels said beforehand, and ratings on them.
 * Works out no formula itself, and never lets what was rated be rewritten under its ratings.
 */
@NullMarked
package dev.kith.goal;

import org.jspecify.annotations.NullMarked;
