/**
 * Not on track: plain, named rules over a client's scores, tasks and logs, what they say now and what they said before. Refuses to know who
 * has to act on a signal.
 */
@NullMarked
package dev.kith.signal;

import org.jspecify.annotations.NullMarked;
