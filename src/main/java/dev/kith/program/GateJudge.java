package dev.kith.program;

import dev.kith.program.ProgramDefinition.Step;
import dev.kith.response.LatestAnswers.Latest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides how the gates of a step stand. Pure: the same facts give the same. */
final class GateJudge {
    private GateJudge() {}

    /** All gates of the program and of the step, in their order. */
    static List<GateState> of(ProgramDefinition program, Step step, boolean opened, Facts facts) {
        var states = new ArrayList<GateState>();
        Stream.concat(program.gates().stream(), step.gates().stream())
                .forEach(gate -> states.add(GateState.of(gate, against(gate, opened, facts))));
        return states;
    }

    private static @Nullable String against(ProgramGate gate, boolean opened, Facts facts) {
        if (gate.kind() == GateKind.NO_CRITICAL_ALERT) {
            return facts.concern() ? "critical-answer-open" : null; // a release opens it, no word for one step does
        }
        if (opened) {
            return null;
        }
        return switch (gate.kind()) {
            case CLINICIAN, EXERCISE -> "waits-for-word";
            case STEP_DONE -> facts.settled().contains(Objects.requireNonNull(gate.step())) ? null : "step-not-done";
            case ANSWER -> answer(gate, facts.latest().get(Objects.requireNonNull(gate.questionnaire())));
            case SCORE -> score(gate, facts.latest().get(Objects.requireNonNull(gate.questionnaire())), facts);
            case NO_SIGNAL -> signal(gate, facts);
            case NO_CRITICAL_ALERT -> null;
        };
    }

    private static @Nullable String answer(ProgramGate gate, @Nullable Latest latest) {
        var answer = latest == null ? null : latest.answers().get(Objects.requireNonNull(gate.item()));
        if (answer == null) {
            return "not-answered";
        }
        return gate.admits(answer) ? null : "answered-otherwise";
    }

    private static @Nullable String signal(ProgramGate gate, Facts facts) {
        return facts.worse().stream()
                        .anyMatch(one -> gate.isAbout(one.questionnaire())
                                && !one.since().isBefore(facts.since()))
                ? "signal-stands"
                : null;
    }

    private static @Nullable String score(ProgramGate gate, @Nullable Latest latest, Facts facts) {
        var score = latest == null || latest.authoredAt().isBefore(facts.since())
                ? null
                : latest.scores().get(Objects.requireNonNull(gate.scale()));
        if (score == null) {
            return "no-score";
        }
        return gate.within(score) ? null : "score-outside";
    }
}
