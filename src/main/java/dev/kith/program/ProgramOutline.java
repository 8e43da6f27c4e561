package dev.kith.program;

import dev.kith.program.ProgramDefinition.Step;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program week by week, for people; words are those of its original language.
 *
 * @param label what must stand beside it; null when nothing must
 * @param gates what must be so before any further step
 */
public record ProgramOutline(
        String key,
        int version,
        @Nullable String code,
        String title,
        String purpose,
        @Nullable String label,
        @Nullable String pace,
        @Nullable String culture,
        @Nullable String suggested,
        List<String> languages,
        List<String> cautions,
        List<String> notFor,
        List<String> gates,
        List<Week> weeks) {

    /** A week and its steps. */
    public record Week(int number, List<Line> steps) {}

    /**
     * A step.
     *
     * @param given what, and how often
     * @param waits for what, in words; empty when for nothing
     */
    public record Line(String code, String type, String given, String waits, String words, boolean optional) {}

    static ProgramOutline of(ProgramDefinition d) {
        var language = d.languages().get(0);
        return new ProgramOutline(
                d.key(),
                d.version(),
                d.code(),
                d.title().in(language),
                d.purpose().in(language),
                ProgramView.words(d.label(), language),
                ProgramView.words(d.pace(), language),
                ProgramView.words(d.culture(), language),
                d.suggestedWhen() == null ? null : d.suggestedWhen().text().in(language),
                d.languages(),
                d.cautions().stream().map(text -> text.in(language)).toList(),
                d.contraindications().stream().map(text -> text.in(language)).toList(),
                d.gates().stream()
                        .map(gate ->
                                gate.text() == null ? waits(gate) : gate.text().in(language))
                        .toList(),
                d.steps().stream()
                        .map(Step::week)
                        .distinct()
                        .map(week -> new Week(
                                week,
                                d.steps().stream()
                                        .filter(step -> step.week() == week)
                                        .map(step -> line(step, language))
                                        .toList()))
                        .toList());
    }

    private static Line line(Step step, String language) {
        return new Line(
                step.code(),
                step.type().code(),
                given(step),
                String.join(
                        "; ", step.gates().stream().map(ProgramOutline::waits).toList()),
                step.words().in(language),
                step.optional());
    }

    private static String given(Step step) {
        var keys = Stream.concat(Stream.ofNullable(step.key()), step.alternatives().stream())
                .toList();
        var dose = step.dose();
        var often = dose == null
                ? ""
                : ", " + dose.times() + " times a " + dose.per().name().toLowerCase(Locale.ROOT);
        return keys.isEmpty()
                ? ""
                : String.join(" or ", keys) + often.replace("1 times", "once").replace("once a week", "once");
    }

    private static String waits(ProgramGate gate) {
        return switch (gate.kind()) {
            case CLINICIAN, EXERCISE -> "a clinician's word";
            case STEP_DONE -> Objects.requireNonNull(gate.step());
            case ANSWER -> "an answer to " + gate.item();
            case SCORE -> gate.questionnaire() + " " + gate.scale();
            case NO_CRITICAL_ALERT -> "no critical answer that is open";
            case NO_SIGNAL ->
                "no reliable worsening" + (gate.questionnaire() == null ? "" : " on " + gate.questionnaire());
        };
    }
}
