/**
 * Reminders of tasks: rules, what is planned by them, and sending it by e-mail or telling apps of it, each at most once.
 * Refuses to know what a task is about, so that nothing it sends can tell.
 */
@NullMarked
package dev.kith.reminder;

import org.jspecify.annotations.NullMarked;
