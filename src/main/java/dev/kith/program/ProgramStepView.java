package dev.kith.program;

import dev.kith.program.ProgramDefinition.Step;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A step as the program has it. */
@Schema(description = "A step of a program, in one language.")
record ProgramStepView(
        @Schema(examples = "w1-slow-breath") String code,
        int week,
        StepType type,

        @Schema(description = "Of the questionnaire, the exercise or the reading card.", examples = "slow-breath")
        @Nullable
        String key,

        @Schema(description = "How often within its week, on whatever days; null: once, or by its schedule.") @Nullable
        DoseView dose,

        @Schema(description = "On which days of its week; null: on any.") @Nullable
        DaysView schedule,

        @Schema(description = "Given only where a clinician adds it.")
        boolean optional,

        @Schema(description = "May be given again.") boolean repeatable,

        @Schema(description = "Keys that may be given instead.")
        List<String> alternatives,

        @Schema(description = "What must be so before it is given.")
        List<ProgramGateView> gates,

        @Schema(description = "Weeks that a review may lead back to.")
        List<Integer> mayReturnTo,

        String words,

        @Schema(description = "For clinicians; null for the client.") @Nullable
        String note) {

    static ProgramStepView of(Step step, String language, boolean forClient) {
        var dose = step.dose();
        var schedule = step.schedule();
        return new ProgramStepView(
                step.code(),
                step.week(),
                step.type(),
                step.key(),
                dose == null
                        ? null
                        : new DoseView(dose.times(), dose.per().name().toLowerCase(Locale.ROOT)),
                schedule == null ? null : new DaysView(schedule.days(), schedule.at(), schedule.opensFor()),
                step.optional(),
                step.repeatable(),
                step.alternatives(),
                step.gates().stream()
                        .map(gate -> ProgramGateView.of(gate, language, forClient))
                        .toList(),
                step.mayReturnTo(),
                step.words().in(language),
                forClient ? null : ProgramView.words(step.note(), language));
    }

    /** How often. */
    @Schema(description = "How often within a week.")
    record DoseView(
            @Schema(examples = "3") int times,
            @Schema(examples = "week") String per) {}

    /** On which days. */
    @Schema(description = "On which days of a week; 1 is the day on which it begins.")
    record DaysView(
            List<Integer> days,

            @Schema(description = "Local time of opening; null: when the day starts.", examples = "18:30") @Nullable
            String at,

            @Schema(description = "ISO 8601; null: a day.") @Nullable
            String opensFor) {}
}

/** What must be so before a step is given. */
@Schema(description = "What must be so before a step is given. Clients are told the kind and the words only.")
record ProgramGateView(
        GateKind kind,
        @Nullable String step,
        @Nullable String questionnaire,
        @Nullable String scale,
        @Nullable String item,

        @Schema(description = "Answers, any of which opens it.")
        List<Object> is,

        @Nullable BigDecimal atLeast,
        @Nullable BigDecimal atMost,

        @Schema(description = "Of no-signal: the rule of signals that closes it.", examples = "reliable-deterioration")
        @Nullable
        String rule,

        @Nullable String text) {
    static ProgramGateView of(ProgramGate gate, String language, boolean forClient) {
        var text = ProgramView.words(gate.text(), language);
        return forClient
                ? new ProgramGateView(
                        gate.kind().asClientsAreTold(), null, null, null, null, List.of(), null, null, null, text)
                : new ProgramGateView(
                        gate.kind(),
                        gate.step(),
                        gate.questionnaire(),
                        gate.scale(),
                        gate.item(),
                        gate.is(),
                        gate.atLeast(),
                        gate.atMost(),
                        gate.rule(),
                        text);
    }
}
