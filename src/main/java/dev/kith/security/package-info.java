/**
 * Who is calling and what they may do now: tokens say who, the database says what.
 * Knows roles and scopes, not clients' care; whose client someone is, the client room decides.
 */
@NullMarked
package dev.kith.security;

import org.jspecify.annotations.NullMarked;
