package dev.kith.questionnaire;

import dev.kith.contract.Example;
import dev.kith.scoring.Circumstances;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent to see a score without storing anything. */
@Schema(description = "Answers by link id.")
@Example("""
        {"answers": {"phq-9.1": 2, "phq-9.2": 1, "phq-9.3": 3, "phq-9.4": 2, "phq-9.5": 1, "phq-9.6": 2, "phq-9.7": 0, "phq-9.8": 0, "phq-9.9": 0}}
        """)
record ScoreAnswers(
        @Schema(
                description =
                        "A number for an option's value, a code, a text, a boolean, a date, a time, an array for many, or"
                                + " {\"other\": \"...\"} at an open choice; null is no answer.")
        @NotNull
        @Size(max = 500)
        Map<@Size(max = 120) String, @Nullable Object> answers,

        @Schema(description = "What is known beyond the answers; norms and cut-offs may need it.") @Nullable @Valid
        Known circumstances) {

    /** About the person and the moment. */
    @Schema(description = "What is known about the person and the moment; each may be left out.")
    record Known(
            @Schema(description = "Which norms and cut-offs are read.") @Nullable
            NormSex sex,

            @Schema(description = "Whole years.", examples = "34") @Nullable @Min(0) @Max(150)
            Integer age,

            @Schema(description = "How long answering took.", examples = "95") @Nullable @Min(0) @Max(86_400)
            Integer tookSeconds) {}

    Circumstances known() {
        return circumstances == null
                ? Circumstances.UNKNOWN
                : new Circumstances(
                        circumstances.sex() == null ? null : circumstances.sex().sex(),
                        circumstances.age(),
                        circumstances.tookSeconds() == null ? null : Duration.ofSeconds(circumstances.tookSeconds()));
    }
}
