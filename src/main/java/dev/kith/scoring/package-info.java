/**
 * The scoring engine: turns answers into scores by a model that is data, the same way every time. It refuses to know instruments, texts, people,
 * storage and the web.
 */
@NullMarked
package dev.kith.scoring;

import org.jspecify.annotations.NullMarked;
