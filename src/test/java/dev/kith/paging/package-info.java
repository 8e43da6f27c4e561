/** Cursors and links. */
@NullMarked
package dev.kith.paging;

import org.jspecify.annotations.NullMarked;
