/**
 * What may be configured, and the reasons not to start that can be known before anything runs.
 * Knows no other room's meaning of a setting.
 */
@NullMarked
package dev.kith.start;

import org.jspecify.annotations.NullMarked;
