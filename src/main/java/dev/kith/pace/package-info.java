/**
 * A client's pace: how much may be asked of them in a week, when they are left in peace, and whether they are reminded at all.
 * Refuses to know what is asked of them; rooms above keep to what it says.
 */
@NullMarked
package dev.kith.pace;

import org.jspecify.annotations.NullMarked;
