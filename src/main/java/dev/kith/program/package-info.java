/**
 * Programs: their definition language, those that ship, and clients who are enrolled in one, step by step, with a way back. It refuses to know how tasks are
 * made, how answers are scored, and alerts.
 */
@NullMarked
package dev.kith.program;

import org.jspecify.annotations.NullMarked;
