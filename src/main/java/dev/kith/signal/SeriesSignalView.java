package dev.kith.signal;

import dev.kith.signal.SignalView.JudgingModel;
import dev.kith.signal.SignalView.SignalSentence;
import dev.kith.words.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a rule says of a series of scores. */
@Schema(
        description =
                "What a plain rule says of this series that somebody should look at. A rule of thumb, not a prediction.")
public record SeriesSignalView(
        SignalRule rule,
        @Schema(examples = "1") int ruleVersion,

        @Schema(description = "red: look today. amber: look before the next session.", examples = "red")
        String severity,

        @Schema(description = "The response that it was seen in.") @Nullable
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
                        "Of outside-local-band, where the practice turned local models on: its own model that this was judged by, labelled local.")
        @Nullable
        JudgingModel localModel,

        @Schema(description = "When that was given.") Instant since) {

    static SeriesSignalView of(Standing standing, Words words) {
        return new SeriesSignalView(
                standing.rule(),
                standing.ruleVersion(),
                standing.severity(),
                standing.evidence(),
                new TreeMap<>(standing.figures()),
                standing.sentences().stream()
                        .map(code -> SignalSentence.of(code, standing.figures(), words))
                        .toList(),
                JudgingModel.of(standing.model()),
                standing.since());
    }
}
