@NullMarked
package dev.kith.sandbox;

import org.jspecify.annotations.NullMarked;
