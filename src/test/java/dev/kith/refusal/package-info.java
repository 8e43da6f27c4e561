@NullMarked
package dev.kith.refusal;

import org.jspecify.annotations.NullMarked;
