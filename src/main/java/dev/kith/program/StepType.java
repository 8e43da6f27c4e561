package dev.kith.program;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a step is. */
@Schema(
        description =
                "screener: a questionnaire. exercise: something to do. reading: something to read. review, referral:"
                        + " for the clinician, with no task for the client.")
enum StepType {
    @JsonProperty("screener")
    SCREENER,
    @JsonProperty("exercise")
    EXERCISE,
    @JsonProperty("reading")
    READING,
    @JsonProperty("review")
    REVIEW,
    @JsonProperty("referral")
    REFERRAL;

    /** Whether the client gets something to do. */
    boolean isForClient() {
        return this == SCREENER || this == EXERCISE || this == READING;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
