package dev.kith.program;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a gate looks at. */
@Schema(
        description =
                "clinician: a clinician's word. step-done: another step was done, or left out. answer: the client's"
                        + " latest answer to an item. score: the client's latest score since the enrolment began. Both are a"
                        + " clinician's where the questionnaire is for clinicians and not for clients to answer, and never anybody"
                        + " else's. no-critical-alert: no critical answer waits for a clinician's word. exercise: a gate of the"
                        + " exercise itself.")
enum GateKind {
    @JsonProperty("clinician")
    CLINICIAN,
    @JsonProperty("step-done")
    STEP_DONE,
    @JsonProperty("score")
    SCORE,
    @JsonProperty("answer")
    ANSWER,
    @JsonProperty("no-critical-alert")
    NO_CRITICAL_ALERT,
    /** Never written in a program: assignment keeps these. */
    @JsonProperty("exercise")
    EXERCISE;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
