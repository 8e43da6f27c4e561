/**
 * Made-up practices to try Kith with, made through the same doors that everybody uses.
 * Refuses to come near a database that holds a real practice.
 */
@NullMarked
package dev.kith.demo;

import org.jspecify.annotations.NullMarked;
