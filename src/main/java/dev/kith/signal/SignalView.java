package dev.kith.signal;

import dev.kith.change.ExpectedResponse;
import dev.kith.change.Signal.Sentence;
import dev.kith.paging.Slice;
import dev.kith.signal.SignalBook.Noticed;
import dev.kith.signal.Standing.JudgedBy;
import dev.kith.words.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a rule says that somebody should look at. */
@Schema(
        description =
                "What a plain rule says that somebody should look at. A rule of thumb, not a prediction: its figures tell why it spoke, and"
                        + " anybody can check them.")
public record SignalView(
        UUID id,
        UUID clientId,
        SignalRule rule,

        @Schema(description = "Of the rule: goes up whenever the same facts could say something else.", examples = "1")
        int ruleVersion,

        @Schema(description = "red: look today. amber: look before the next session.", examples = "red")
        String severity,

        @Schema(description = "Of a rule about scores or answers.", examples = "phq-9") @Nullable
        String questionnaire,

        @Schema(examples = "total") @Nullable String scale,

        @Schema(description = "By whose word: client, clinician or informant.") @Nullable
        String author,

        @Nullable String exercise,

        @Schema(description = "Of a rule about what was done of given work.") @Nullable
        UUID assignmentId,

        @Schema(
                description =
                        "Of a critical answer: which alert rule of the questionnaire fired. Each that fires is a signal of its own.",
                examples = "self-harm")
        @Nullable
        String alertRule,

        @Schema(description = "The response or log that it was seen in; null when it is the lack of one.") @Nullable
        UUID evidenceId,

        @Schema(
                description =
                        "What the rule looked at and what it was judged by, by name. Where thresholds of the practice decide, these and the version"
                                + " of its signal policy (policyVersion; 0 is the usual one) are among them.",
                examples = "{\"from\": 9, \"latest\": 16, \"points\": 7, \"threshold\": 6}")
        Map<String, BigDecimal> values,

        List<SignalSentence> sentences,

        @Schema(
                description =
                        "Of outside-local-band: the practice's own model that it was judged by, which is kept however many come after it.")
        @Nullable
        JudgingModel localModel,

        @Schema(description = "When that happened.") Instant since,

        @Schema(description = "When the rule first said so.")
        Instant noticedAt,

        @Schema(description = "When it no longer did; null while it stands.") @Nullable
        Instant endedAt) {

    /** What to say about it. */
    @Schema(description = "What to say about it.")
    public record SignalSentence(
            @Schema(examples = "worse-than-at-baseline") String code,

            @Schema(examples = "The latest score is 7 points worse than at the start. A reliable change takes 6.")
            String text) {

        /** With the figures that it names. */
        static SignalSentence of(String code, Map<String, BigDecimal> figures, Words words) {
            var named = Sentence.of(code).figures().stream().map(figures::get).toArray();
            return new SignalSentence(code, words.say("signal.says." + code, named));
        }
    }

    /** The local model that a signal was judged by. */
    @Schema(
            description =
                    "A model of this practice's own closed episodes. It tells only what happened here, and nothing of what works; the values expected,"
                            + " low and high are what it gives for the values initial and session. GET /v1/practice/local-models/{id} tells all of it.")
    public record JudgingModel(
            UUID id,

            @Schema(description = "Always local: made of this practice's own episodes.", examples = "local")
            String label,

            @Schema(examples = "local-expected-response") String rule,
            @Schema(examples = "1") int ruleVersion,

            @Schema(description = "How many closed episodes it was made of; 200 at least.", examples = "240")
            int episodes,

            Instant madeAt) {
        static @Nullable JudgingModel of(@Nullable JudgedBy model) {
            return model == null
                    ? null
                    : new JudgingModel(
                            model.id(),
                            ExpectedResponse.LABEL,
                            model.rule().name(),
                            model.rule().version(),
                            model.episodes(),
                            model.madeAt());
        }
    }

    static SignalView of(Noticed noticed, Instant now, Words words) {
        var standing = noticed.standing();
        var figures = figures(noticed, now);
        var about = standing.about();
        return new SignalView(
                noticed.id(),
                noticed.clientId(),
                standing.rule(),
                standing.ruleVersion(),
                standing.severity(),
                about.questionnaire(),
                about.scale(),
                about.author(),
                about.exercise(),
                about.assignment(),
                about.alertRule(),
                standing.evidence(),
                figures,
                standing.sentences().stream()
                        .map(code -> SignalSentence.of(code, figures, words))
                        .toList(),
                JudgingModel.of(standing.model()),
                standing.since(),
                noticed.at(),
                noticed.endedAt());
    }

    /** What is late grows later by itself, without anything that happens. */
    private static TreeMap<String, BigDecimal> figures(Noticed noticed, Instant now) {
        var figures = new TreeMap<>(noticed.standing().figures());
        if (noticed.standing().rule() == SignalRule.OVERDUE_MEASURE) {
            var until = noticed.endedAt() == null ? now : noticed.endedAt();
            var days = Duration.between(noticed.standing().since(), until).toDays();
            figures.put("days", BigDecimal.valueOf(days));
        }
        return figures;
    }
}

/** A page of signals. */
@Schema(description = "A page of signals.")
record SignalPage(
        List<SignalView> items,

        @Schema(description = "Send as after for the next page.") @Nullable
        String next,

        @Schema(
                description =
                        "Rules that could not be judged as of now, the same on every page: where one stands here, silence is no all-clear. Of other"
                                + " rules, no signal means that there is none.")
        List<NotJudged> notJudged,

        @Schema(description = "There are more than 200, of which the first are told.")
        boolean moreNotJudged) {

    /** Without what is hidden. */
    static SignalPage of(Slice<SignalView> slice, List<NotJudged> notJudged, Collection<String> hidden) {
        var told = NotJudged.without(hidden, notJudged);
        return new SignalPage(
                slice.items(),
                slice.next(),
                told.stream().limit(NotJudged.MOST).toList(),
                told.size() > NotJudged.MOST);
    }
}
