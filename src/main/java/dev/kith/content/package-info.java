/**
 * The life of versioned definitions that are not questionnaires: drafted, published, retired, copied, and kept in memory for use; one life for every kind. It
 * refuses to know what any kind means.
 */
@NullMarked
package dev.kith.content;

import org.jspecify.annotations.NullMarked;
