/** Time and ids: the only place that reads a clock or makes an id. Knows nothing of the clinic. */
@NullMarked
package dev.kith.time;

import org.jspecify.annotations.NullMarked;
