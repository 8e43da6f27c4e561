/**
 * The people in care, who cares for them and when, and so whose record a member may open.
 * Refuses to know what is in that record: questionnaires, tasks and scores are other rooms'.
 */
@NullMarked
package dev.kith.client;

import org.jspecify.annotations.NullMarked;
