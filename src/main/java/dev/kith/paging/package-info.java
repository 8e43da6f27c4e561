/**
 * Long lists in short pages: a cursor that names the last row seen, so that inserts move nothing. Knows no table; the keys it
 * carries are the caller's.
 */
@NullMarked
package dev.kith.paging;

import org.jspecify.annotations.NullMarked;
