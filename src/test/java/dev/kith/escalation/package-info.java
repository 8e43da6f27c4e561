@NullMarked
package dev.kith.escalation;

import org.jspecify.annotations.NullMarked;
