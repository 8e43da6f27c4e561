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
                        + " else's. no-critical-alert: no critical answer waits for a clinician's word. no-signal: the rule says nothing of"
                        + " answers since the enrolment began, whoever gave them; while it speaks, the step rests also where it has"
                        + " begun, until something of it was done; to clients it is told as clinician, and so is score, for scores are told by a person. exercise: a gate of the"
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
    @JsonProperty("no-signal")
    NO_SIGNAL,
    /** Never written in a program: assignment keeps these. */
    @JsonProperty("exercise")
    EXERCISE;

    /** What clients are told: what their answers come to is for a person to say. */
    GateKind asClientsAreTold() {
        return this == NO_SIGNAL || this == SCORE ? CLINICIAN : this;
    }

    /** Whether it keeps the client from going on with what has begun: it is about whether that does them good. */
    boolean holdsWhatHasBegun() {
        return this == EXERCISE || this == NO_SIGNAL;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
