@NullMarked
package dev.kith.alert;

import org.jspecify.annotations.NullMarked;
