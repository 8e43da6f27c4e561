/**
 * Who of a caseload needs somebody first and why, and what to know before a session: read models, computed from facts each time, never
 * stored. Knows no rule of its own about scores or alerts, and no word of a log.
 */
@NullMarked
package dev.kith.caseload;

import org.jspecify.annotations.NullMarked;
