/**
 * What somebody said in a call that was refused, heard all the same where it must not be lost. Refuses to know what that is: rooms say
 * it by {@link dev.kith.refusal.Heeds}.
 */
@NullMarked
package dev.kith.refusal;

import org.jspecify.annotations.NullMarked;
