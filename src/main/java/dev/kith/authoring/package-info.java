/**
 * The life of a practice's own questionnaires: drafts, publishing, retiring, and what a licence allows. It refuses to know
 * clients, and what scores come to.
 */
@NullMarked
package dev.kith.authoring;

import org.jspecify.annotations.NullMarked;
