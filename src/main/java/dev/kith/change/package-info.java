/**
 * Change that means something: what lies between two scores, where a series goes, how much was done, and when somebody should look. It judges by
 * published figures alone, says by which rule and version, and gives null with a {@link dev.kith.change.Reason} where there is nothing to judge by. It
 * refuses to know questionnaires, people and storage, and to guess.
 *
 * <p>Decimals are decimals, shown half-up and compared unrounded. Doubles do where a root or a logarithm is rounded anyway: in the rank of {@link
 * dev.kith.change.TheilSen}'s interval and in {@link dev.kith.change.ExpectedResponse}.
 */
@NullMarked
package dev.kith.change;

import org.jspecify.annotations.NullMarked;
