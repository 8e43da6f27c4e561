/**
 * What every call gets before anything else: a name in the log, safe headers, and a limit; and how much a client's app may send in a
 * day, and how much heavy work is under way at once. Knows a caller only as a text to count by, and nothing of what is asked.
 */
@NullMarked
package dev.kith.limits;

import org.jspecify.annotations.NullMarked;
