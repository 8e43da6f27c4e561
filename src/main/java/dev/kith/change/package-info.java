/**
 * Change that means something: what lies between two scores, by published figures alone. It refuses to know questionnaires, people and storage, and to
 * guess where nothing was published.
 */
@NullMarked
package dev.kith.change;

import org.jspecify.annotations.NullMarked;
