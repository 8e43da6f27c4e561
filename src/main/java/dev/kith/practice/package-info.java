/**
 * The practice and the people who work for it: name, zone, language, roles, who supervises whom.
 * Refuses to know clients and how anybody signs in.
 */
@NullMarked
package dev.kith.practice;

import org.jspecify.annotations.NullMarked;
