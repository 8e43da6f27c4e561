/**
 * The questionnaires that can be used: published versions by key, rendered for readers, and what answers would score. It refuses to know clients,
 * responses and who may see them.
 */
@NullMarked
package dev.kith.questionnaire;

import org.jspecify.annotations.NullMarked;
