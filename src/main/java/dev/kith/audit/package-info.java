/**
 * Who did or read what, when, from where and with what outcome; rows are only ever added.
 * Holds no clinical values and no free text but the reason a person gave.
 */
@NullMarked
package dev.kith.audit;

import org.jspecify.annotations.NullMarked;
