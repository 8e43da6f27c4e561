/**
 * The language in which a questionnaire is written down: its model, its spellings (YAML, JSON), its checks, and what answers it takes. It refuses to
 * know practices, storage and the web.
 */
@NullMarked
package dev.kith.definition;

import org.jspecify.annotations.NullMarked;
