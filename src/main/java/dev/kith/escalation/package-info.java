/**
 * Who is told of an alert, and when: from a care team, absences, an on-call list and a practice's pace. Plain Java; refuses to
 * know what an alert is about, and tells nobody itself.
 */
@NullMarked
package dev.kith.escalation;

import org.jspecify.annotations.NullMarked;
