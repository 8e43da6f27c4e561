/**
 * How people and programs prove who they are: accounts, sessions, invitations, integrations.
 * Refuses to know what they may see; another issuer of tokens could stand in its place.
 */
@NullMarked
package dev.kith.identity;

import org.jspecify.annotations.NullMarked;
