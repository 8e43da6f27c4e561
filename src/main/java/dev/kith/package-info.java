/**
 * Where the process begins. Knows how to start and to end, and nothing of the rooms.
 */
@NullMarked
package dev.kith;

import org.jspecify.annotations.NullMarked;
