package dev.kith.scoring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the moment of answering beyond the answers. Whatever is unknown stays unknown: nothing is guessed for it.
 *
 * @param sex for norms and cut-offs by sex
 * @param ageYears whole years, for norms by age
 * @param took from the first question seen to the last answer
 */
public record Circumstances(
        @Nullable Sex sex,
        @Nullable Integer ageYears,
        @Nullable Duration took) {

    /** Nothing is known. */
    public static final Circumstances UNKNOWN = new Circumstances(null, null, null);
}
