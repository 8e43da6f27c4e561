package dev.kith.signal;

import dev.kith.change.Reason;
import dev.kith.signal.Standing.About;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a rule could not say, and why. Told and kept in one shape. */
@Schema(
        description =
                "A rule that could not be judged, of what, and why: its silence is no all-clear. A rule that had nothing at all to look at is told once, without"
                        + " saying of what. As of when the client was judged last, which is whenever their facts change and somebody reads.")
public record NotJudged(
        SignalRule rule,
        @Schema(examples = "1") int ruleVersion,

        @Schema(
                description =
                        "Of a rule about scores or answers, or about tasks of it. Without a scale: it was given and never answered.",
                examples = "phq-9")
        @Nullable
        String questionnaire,

        @Schema(examples = "total") @Nullable String scale,

        @Schema(description = "By whose word: client, clinician or informant.") @Nullable
        String author,

        @Schema(description = "Of a rule about tasks of it.") @Nullable
        String exercise,

        @Schema(description = "Of a rule about what was done of given work.") @Nullable
        UUID assignmentId,

        @Schema(
                description =
                        "NO_MEASUREMENT, ONE_MEASUREMENT, or TOO_FEW_MEASUREMENTS, which a rule waits for. NO_PUBLISHED_RELIABILITY or"
                                + " NO_PUBLISHED_FIGURE: nobody published what it would be judged by. NO_LOCAL_MODEL (none was made of this scale),"
                                + " TOO_FEW_EPISODES, EPISODES_ALIKE, or BEYOND_EPISODES: the first score, or so late a session, was not seen in"
                                + " closed episodes. NOTHING_DUE: no task of it is over. NO_SESSION or TOO_FEW_SESSIONS, of logs. RULE_OFF: the practice does"
                                + " without it. NOT_IN_CARE: nobody judges clients who left. FACTS_UNREADABLE: what is kept could not be judged, and the server's log"
                                + " says so. NOT_JUDGED_YET.",
                examples = "ONE_MEASUREMENT")
        String reason) {
    /** So many are told. */
    static final int MOST = 200;

    /** The practice does without it. */
    public static final String RULE_OFF = "RULE_OFF";

    private static final String NOT_IN_CARE = "NOT_IN_CARE";
    private static final String FACTS_UNREADABLE = "FACTS_UNREADABLE";
    private static final String NOT_JUDGED_YET = "NOT_JUDGED_YET";

    /** All that are said: those that the engine gives, and what lies with the practice or with us. */
    public static final List<String> REASONS = Stream.concat(
                    Stream.of(
                                    Reason.NO_MEASUREMENT,
                                    Reason.ONE_MEASUREMENT,
                                    Reason.TOO_FEW_MEASUREMENTS,
                                    Reason.NO_PUBLISHED_RELIABILITY,
                                    Reason.NO_PUBLISHED_FIGURE,
                                    Reason.NO_LOCAL_MODEL,
                                    Reason.TOO_FEW_EPISODES,
                                    Reason.EPISODES_ALIKE,
                                    Reason.BEYOND_EPISODES,
                                    Reason.NOTHING_DUE,
                                    Reason.NO_SESSION,
                                    Reason.TOO_FEW_SESSIONS)
                            .map(Reason::name),
                    Stream.of(RULE_OFF, NOT_IN_CARE, FACTS_UNREADABLE, NOT_JUDGED_YET))
            .toList();

    static NotJudged of(SignalRule rule, About about, Reason reason) {
        return of(rule, about, reason.name());
    }

    /** Whatever it would be about. */
    static NotJudged off(SignalRule rule) {
        return of(rule, About.CLIENT, RULE_OFF);
    }

    /** Nothing is, of clients who left. */
    static List<NotJudged> notInCare() {
        return all(NOT_IN_CARE);
    }

    /** Nothing was, for the facts are not what they should be. */
    static List<NotJudged> unreadable() {
        return all(FACTS_UNREADABLE);
    }

    /** Nobody asked the rules so far. */
    static List<NotJudged> notYet() {
        return all(NOT_JUDGED_YET);
    }

    /** Those of other rules, by code. */
    static List<NotJudged> without(Collection<String> rules, List<NotJudged> all) {
        return all.stream().filter(one -> !rules.contains(one.rule().code())).toList();
    }

    private static List<NotJudged> all(String reason) {
        return Arrays.stream(SignalRule.values())
                .map(rule -> of(rule, About.CLIENT, reason))
                .toList();
    }

    private static NotJudged of(SignalRule rule, About about, String reason) {
        if (!REASONS.contains(reason)) {
            throw new IllegalStateException(reason + " is none that a reader knows");
        }
        return new NotJudged(
                rule,
                rule.version(),
                about.questionnaire(),
                about.scale(),
                about.author(),
                about.exercise(),
                about.assignment(),
                reason);
    }
}
