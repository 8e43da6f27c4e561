/**
 * What a named human must look at: raised in the transaction of what it is about, seen by whoever cares for the client.
 * Knows that a rule fired, not how to score.
 */
@NullMarked
package dev.kith.alert;

import org.jspecify.annotations.NullMarked;
