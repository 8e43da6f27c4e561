package dev.kith.progress;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was said of the scores of one questionnaire.
 *
 * @param reason the care team's, where they gave one; for them alone
 */
record VisibilityChange(
        String questionnaire, VisibilityWhat what, @Nullable String reason) {}
