/** What is taken as JSON, and what is not. */
@NullMarked
package dev.kith.json;

import org.jspecify.annotations.NullMarked;
