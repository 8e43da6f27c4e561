/**
 * Every way a call can fail, and how that is said (RFC 9457). Refuses to know what the call was about: it never repeats an
 * exception's message, which may carry a person's words.
 */
@NullMarked
package dev.kith.problem;

import org.jspecify.annotations.NullMarked;
