package dev.kith.progress;

import dev.kith.chart.Chart;
import dev.kith.client.ClientRecord;
import dev.kith.response.ScoreLine.Measure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How it went in a period, in plain words of one language: what changed and whether it is more than ups and downs, never a diagnosis.
 *
 * @param from first day of the period, in the client's time zone; where none was asked for, the day of the first thing told
 * @param to last day of the period; where none was asked for, today
 * @param since start of what was looked at
 * @param until end of what was looked at, not in it
 * @param at when it was told
 * @param locale in which it is told
 * @param scales as far as the caller may see them, by questionnaire
 * @param kept what the caller is not told, since a person is to tell it; null where there is nothing of the kind
 * @param hiddenByClient what the caller is not told, since they chose not to see it; null where there is nothing of the kind
 * @param exercises that were logged, by key
 * @param goals that counted within it, as they stood at its end, oldest first; none for practice software, which reads them nowhere
 * @param work what was done of what was due, in sentences; none where nothing was due
 * @param truncated whether there was more than is looked at
 */
public record Recounted(
        ClientRecord client,
        LocalDate from,
        LocalDate to,
        Instant since,
        Instant until,
        Instant at,
        Locale locale,
        List<Scale> scales,
        @Nullable KeptForATalk kept,
        @Nullable KeptForATalk hiddenByClient,
        List<Practised> exercises,
        List<Goal> goals,
        List<String> work,
        boolean truncated) {

    /**
     * One scale by one kind of author.
     *
     * @param title of the questionnaire
     * @param name of the scale
     * @param alone whether the questionnaire has no other scale
     * @param label must stand beside every result; null when nothing must
     * @param moved one sentence: what changed
     * @param meaning one sentence: whether that is more than ups and downs
     * @param aside what else must be known, in sentences
     * @param basis by what figures it was judged, or why it was not
     * @param citation source of the figures; null when there are none
     * @param attribution what the licence wants to be said
     */
    public record Scale(
            Measure measure,
            String title,
            String name,
            boolean alone,
            @Nullable String label,
            String moved,
            String meaning,
            List<String> aside,
            String basis,
            @Nullable String citation,
            String attribution,
            Chart chart) {}

    /**
     * Questionnaires with scores in the period that are not told: the care team tells them in person, or the client chose not to see them.
     *
     * @param inWords one sentence that names them
     */
    public record KeptForATalk(String inWords, List<Kept> questionnaires) {}

    /** One of them. */
    public record Kept(String questionnaire, String title) {}

    /**
     * One exercise.
     *
     * @param label must stand beside it; null when nothing must
     * @param done how often, in a sentence
     * @param distress before and after, in a sentence; null where it was not noted both times
     * @param before mean distress before, over sessions that have both
     * @param after mean distress after, over the same
     */
    public record Practised(
            String exercise,
            String title,
            @Nullable String label,
            int sessions,
            String done,
            @Nullable String distress,
            @Nullable BigDecimal before,
            @Nullable BigDecimal after) {}

    /**
     * A goal, in the words that counted then.
     *
     * @param achieved whether it was by then
     * @param client where the client saw themself last, on these levels; null when they did not say
     * @param clinician where the care team saw them last, likewise
     */
    public record Goal(
            String title,
            boolean achieved,
            Level start,
            @Nullable Level client,
            @Nullable Level clinician) {}

    /**
     * One of five levels.
     *
     * @param number -2 to +2
     * @param looksLike what it looks like
     */
    public record Level(int number, String looksLike) {}
}
