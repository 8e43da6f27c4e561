/** Questionnaires over HTTP. */
@NullMarked
package dev.kith.questionnaire;

import org.jspecify.annotations.NullMarked;
