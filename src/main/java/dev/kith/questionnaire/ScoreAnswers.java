package dev.kith.questionnaire;

import dev.kith.contract.Example;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
        Map<@Size(max = 120) String, @Nullable Object> answers) {}
