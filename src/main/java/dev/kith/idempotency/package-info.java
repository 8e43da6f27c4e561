/**
 * The same request twice does its work once: replies to keyed requests are kept for a day and given again.
 * Knows no operation by name; a method takes part by its annotation.
 */
@NullMarked
package dev.kith.idempotency;

import org.jspecify.annotations.NullMarked;
