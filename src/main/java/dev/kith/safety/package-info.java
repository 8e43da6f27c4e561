/**
 * What a client is shown when an answer is critical: crisis cards in the practice's own words.
 * Never judges an answer, and never passes a phone number off as local.
 */
@NullMarked
package dev.kith.safety;

import org.jspecify.annotations.NullMarked;
