/**
 * The practice's events for software outside: a feed to read, and webhooks that are called. Tells that something happened, to
 * what and when, and refuses to know more: whoever wants the rest reads it with their own rights.
 */
@NullMarked
package dev.kith.webhook;

import org.jspecify.annotations.NullMarked;
