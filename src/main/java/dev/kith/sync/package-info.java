/**
 * For apps that were offline: takes in what their clients did meanwhile, item by item, and tells what changed since they last
 * looked. Knows no rule of its own about answers, logs or tasks; each room's door keeps them.
 */
@NullMarked
package dev.kith.sync;

import org.jspecify.annotations.NullMarked;
