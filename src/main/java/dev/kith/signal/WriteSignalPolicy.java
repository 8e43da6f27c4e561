package dev.kith.signal;

import dev.kith.change.SignalThresholds;
import dev.kith.contract.Example;
import dev.kith.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Period;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** By what the practice looks; all of it, in place of what was. */
@Schema(
        description =
                "All thresholds, in place of those before. They are conventions: nobody published the right ones. Those of reliable change"
                        + " are not among them, since they are published figures of each instrument.")
@Example("""
        {"measurements": 6, "overdueAfter": "P3D", "missedInARow": 3, "distressRise": 3, "distressAtLeast": 7, "off": ["lost-gain"],
         "alerts": [{"rule": "reliable-deterioration", "severity": "notice"}], "localModels": true}
        """)
record WriteSignalPolicy(
        @Schema(description = "no-early-response: after how many measurements a reliable improvement is looked for.")
        @Min(3)
        @Max(24)
        int measurements,

        @Schema(description = "overdue-measure: days after it was due.", examples = "P3D")
        @NotNull
        @Size(max = 4)
        @Pattern(regexp = "P(\\d{1,2}D|\\d{1,2}W)")
        String overdueAfter,

        @Schema(description = "missed-in-a-row: how many tasks of one assignment.") @Min(2) @Max(14)
        int missedInARow,

        @Schema(description = "distress-spike: points above the median of the sessions of that exercise before.")
        @Min(1)
        @Max(10)
        int distressRise,

        @Schema(description = "distress-spike: and at least so high, on the scale from 0 to 10.") @Min(1) @Max(10)
        int distressAtLeast,

        @Schema(description = "Rules that the practice does without.") @NotNull @Size(max = 9)
        List<@NotNull SignalRule> off,

        @Schema(
                description =
                        "Signals that become alerts as well, each with the severity of the alert. A critical answer and a stop rule raise"
                                + " theirs in any case.")
        @NotNull
        @Size(max = 9)
        List<@NotNull @Valid SignalAlert> alerts,

        @Schema(
                description =
                        "outside-local-band: whether the practice's own closed episodes are made into local models once a day, by which the rule judges."
                                + " It takes 200 of them. Off unless it is said.")
        @Nullable
        Boolean localModels) {

    /** The usual thresholds, as they would be written. */
    static final WriteSignalPolicy USUAL = new WriteSignalPolicy(
            SignalThresholds.USUAL.measurements(),
            "P" + SignalThresholds.USUAL.overdue().toDays() + "D",
            SignalThresholds.USUAL.missed(),
            SignalThresholds.USUAL.distressRise().intValueExact(),
            SignalThresholds.USUAL.distressHigh().intValueExact(),
            List.of(),
            List.of(new SignalAlert(SignalRule.RELIABLE_DETERIORATION, SignalAlert.Severity.NOTICE)),
            false);

    boolean wantsLocalModels() {
        return Boolean.TRUE.equals(localModels);
    }

    /**
     * As the rules take it.
     *
     * @throws ProblemException 422 where something is said twice
     */
    Policy policy(int version) {
        var without = EnumSet.noneOf(SignalRule.class);
        for (var i = 0; i < off.size(); i++) {
            if (!without.add(off.get(i))) {
                throw ProblemException.invalid("/off/" + i, "twice", "Name each rule once.");
            }
        }
        var raising = new EnumMap<SignalRule, String>(SignalRule.class);
        for (var i = 0; i < alerts.size(); i++) {
            var one = alerts.get(i);
            if (one.rule() == SignalRule.CRITICAL_ITEM || one.rule() == SignalRule.STOP_RULE_USED) {
                throw ProblemException.invalid(
                        "/alerts/" + i + "/rule", "has-one", "It raises an alert of its own in any case.");
            }
            if (raising.put(one.rule(), one.severity().code()) != null) {
                throw ProblemException.invalid("/alerts/" + i + "/rule", "twice", "Name each rule once.");
            }
        }
        return new Policy(
                new SignalThresholds(
                        measurements,
                        java.time.Duration.ofDays(Period.parse(overdueAfter).getDays()),
                        missedInARow,
                        BigDecimal.valueOf(distressRise),
                        BigDecimal.valueOf(distressAtLeast)),
                without,
                raising,
                wantsLocalModels(),
                version);
    }
}
