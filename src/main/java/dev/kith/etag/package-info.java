/**
 * Which version of a resource a reader holds: told by ETag, asked by If-Match and If-None-Match (RFC 9110).
 * Knows versions as numbers, and nothing of what they are versions of.
 */
@NullMarked
package dev.kith.etag;

import org.jspecify.annotations.NullMarked;
