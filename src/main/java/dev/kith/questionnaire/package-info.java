/**
 * Questionnaires as data: definitions, their checks, their words in a language, and what answers they take. It refuses to know clients, responses and
 * who may see them.
 */
@NullMarked
package dev.kith.questionnaire;

import org.jspecify.annotations.NullMarked;
