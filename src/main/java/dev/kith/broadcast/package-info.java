/**
 * News between the replicas of the service: something of a practice changed, so what others remember of it is stale. It
 * carries a topic and a practice's id and refuses to know what changed.
 */
@NullMarked
package dev.kith.broadcast;

import org.jspecify.annotations.NullMarked;
