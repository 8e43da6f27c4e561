/**
 * Makes the served contract complete: what holds for every operation is said here once, by rule, while the application is
 * built. Refuses to build a contract with gaps; knows no resource by name.
 */
@NullMarked
package dev.kith.contract;

import org.jspecify.annotations.NullMarked;
