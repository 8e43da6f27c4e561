/**
 * What we take and give as JSON: exactly what the contract says, once, with no guesses. Refuses to know any record of the
 * clinic.
 */
@NullMarked
package dev.kith.json;

import org.jspecify.annotations.NullMarked;
