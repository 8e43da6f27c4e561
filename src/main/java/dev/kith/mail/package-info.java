/** The way out for e-mail, and what is known of each one after it was tried. Refuses to know what they say, and to whom. */
@NullMarked
package dev.kith.mail;

import org.jspecify.annotations.NullMarked;
