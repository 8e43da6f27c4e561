package dev.kith.program;

import dev.kith.assignment.StepCounts.Count;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A step as this client has it. */
@Schema(description = "A step of an enrolment, in one round.")
record EnrollmentStepView(
        @Schema(examples = "w1-slow-breath") String step,

        @Schema(description = "1, and one more for each time that it is given again.")
        int round,

        int week,
        StepType type,

        @Schema(description = "Of what is given; null for what is the clinician's.", examples = "slow-breath") @Nullable
        String key,

        String words,

        @Schema(description = "For clinicians; null for the client.") @Nullable
        String note,

        StepState state,

        @Schema(
                description =
                        "A review or a referral whose time has come, or a step whose time has come and that is blocked: for"
                                + " a clinician.")
        boolean due,

        @Schema(
                description =
                        "The step that was left undone, for which it waits; null when there is none, and for the client.",
                examples = "w0-phq-9")
        @Nullable
        String blockedBy,

        @Schema(description = "The local day on which its week begins.")
        LocalDate plannedOn,

        @Schema(description = "The local day from which the client has it; null until it is given.") @Nullable
        LocalDate startsOn,

        @Schema(description = "How its gates stand; empty once it was given.")
        List<GateStateView> gates,

        @Schema(description = "What the client was given; null for the clinician's steps, and until it is given.")
        @Nullable
        UUID assignmentId,

        @Schema(description = "Tasks of it that are done.") int tasksDone,

        @Schema(description = "Tasks of it so far, made five weeks ahead; those withdrawn are left out.")
        int tasksMade,

        @Schema(description = "When it was done, left out or withdrawn.") @Nullable
        Instant overAt,

        @Schema(description = "What was said about it then; null for the client.") @Nullable
        String overNote) {

    static EnrollmentStepView of(
            Course course, EnrollmentStep row, List<GateState> gates, Count count, String language, boolean forClient) {
        var step = course.step(row);
        return new EnrollmentStepView(
                row.step,
                row.round,
                row.week,
                step.type(),
                row.workKey,
                step.words().in(language),
                forClient ? null : ProgramView.words(step.note(), language),
                row.state(),
                (row.state() == StepState.PLANNED || row.blockedBy != null) && !row.plannedOn.isAfter(course.today()),
                forClient ? null : row.blockedBy,
                row.plannedOn,
                row.startsOn,
                gates.stream()
                        .map(gate -> GateStateView.of(gate, language, forClient))
                        .toList(),
                row.assignmentId,
                count.done(),
                count.made(),
                row.overAt,
                forClient ? null : row.note);
    }
}

/** How a gate stands. */
@Schema(description = "How a gate stands for this client. Clients are told the kind, the words and whether it is open.")
record GateStateView(
        GateKind kind,
        boolean open,

        @Schema(
                description = "Why it is closed: critical-answer-open, waits-for-word, step-not-done, not-answered,"
                        + " answered-otherwise, no-score, score-outside, signal-stands, exercise-gate-closed, or why the work may not be"
                        + " given; null when it is open, and for the client.",
                examples = "step-not-done")
        @Nullable
        String why,

        @Schema(description = "The step that it waits for.") @Nullable
        String step,

        @Schema(description = "The item or scale that it looks at, or the one questionnaire whose signals count.")
        @Nullable
        String of,

        @Schema(description = "The exercise's own gate.") @Nullable
        String exerciseGate,

        @Nullable String text) {
    static GateStateView of(GateState state, String language, boolean forClient) {
        var gate = state.gate();
        var text = ProgramView.words(gate.text(), language);
        if (forClient) {
            return new GateStateView(gate.kind().asClientsAreTold(), state.open(), null, null, null, null, text);
        }
        var of = gate.item() != null
                ? gate.item()
                : gate.scale() == null ? gate.questionnaire() : gate.questionnaire() + "/" + gate.scale();
        return new GateStateView(gate.kind(), state.open(), state.why(), gate.step(), of, state.exerciseGate(), text);
    }
}
