@NullMarked
package dev.kith.webhook;

import org.jspecify.annotations.NullMarked;
