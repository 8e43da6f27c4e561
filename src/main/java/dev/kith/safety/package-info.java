/**
 * What a client is shown when an answer is critical: crisis cards in the practice's own words; and the client's own safety plan.
 * Never judges an answer, never passes a phone number off as local, and never loses a word of a plan.
 */
@NullMarked
package dev.kith.safety;

import org.jspecify.annotations.NullMarked;
