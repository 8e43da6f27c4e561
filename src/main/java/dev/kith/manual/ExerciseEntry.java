package dev.kith.manual;

import dev.kith.definition.Text;
import dev.kith.exercise.DerivedMeasure;
import dev.kith.exercise.ExerciseDefinition;
import dev.kith.exercise.LogField;
import dev.kith.exercise.LogPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One exercise or reading card of the library, as its page tells it; words are those of its original language.
 *
 * @param label what must stand beside it; null when nothing must
 * @param consent what to ask before the first time; null when nothing
 * @param startedBy who may start it, in words
 * @param measures what is made of logs, in words
 */
public record ExerciseEntry(
        ExerciseDefinition definition,
        String title,
        String purpose,
        @Nullable String label,
        @Nullable String consent,
        String startedBy,
        List<GateEntry> gates,
        List<String> cautions,
        List<String> notFor,
        List<String> stops,
        List<SectionEntry> body,
        List<StepEntry> steps,
        List<FieldEntry> fields,
        List<String> measures,
        List<SourceEntry> sources) {

    /** What must be so before it may be done, and what opens it. */
    public record GateEntry(String why, String opens) {}

    /** A part of what there is to read. */
    public record SectionEntry(String heading, List<String> paragraphs) {}

    /**
     * One thing to do.
     *
     * @param minutes in words; empty when it does not matter
     */
    public record StepEntry(String text, String minutes) {}

    /** One thing that is logged. */
    public record FieldEntry(String when, String code, String label, String takes, boolean needed) {}

    /** What it is drawn from. */
    public record SourceEntry(String article, String idea) {}

    static ExerciseEntry of(ExerciseDefinition d) {
        var language = d.languages().get(0);
        return new ExerciseEntry(
                d,
                d.title().in(language),
                d.purpose().in(language),
                words(d.label(), language),
                words(d.consentPrompt(), language),
                d.mayBeStartedBy(ExerciseDefinition.Starter.CLIENT)
                        ? "a clinician, or the client on their own"
                        : "a clinician",
                d.gates().stream()
                        .map(gate -> new GateEntry(gate.text().in(language), opens(gate)))
                        .toList(),
                texts(d.cautions(), language),
                texts(d.contraindications(), language),
                d.stopRules().stream().map(rule -> rule.text().in(language)).toList(),
                d.body().stream()
                        .map(part -> new SectionEntry(part.heading().in(language), texts(part.paragraphs(), language)))
                        .toList(),
                d.steps().stream()
                        .map(step -> new StepEntry(
                                step.text().in(language), step.minutes() == null ? "" : step.minutes() + " min"))
                        .toList(),
                fields(d, language),
                d.derived().stream().map(measure -> inWords(measure, language)).toList(),
                d.sources().stream()
                        .map(source ->
                                new SourceEntry(source.article(), source.idea().in(language)))
                        .toList());
    }

    private static @Nullable String words(@Nullable Text text, String language) {
        return text == null ? null : text.in(language);
    }

    private static List<String> texts(List<Text> texts, String language) {
        return texts.stream().map(text -> text.in(language)).toList();
    }

    private static String opens(ExerciseDefinition.Gate gate) {
        if (gate.onWordOnly()) {
            return "a clinician's word opens it";
        }
        var answers = gate.opensOn().stream().map(Objects::toString).collect(Collectors.joining(" or "));
        return "opened by " + answers + " to " + gate.item() + ", or by a clinician's word";
    }

    private static List<FieldEntry> fields(ExerciseDefinition d, String language) {
        var all = new ArrayList<FieldEntry>();
        for (var part : LogPart.values()) {
            for (var field : d.fields(part)) {
                all.add(new FieldEntry(
                        part.code(),
                        field.code(),
                        field.label().in(language),
                        takes(field, language),
                        field.required()));
            }
        }
        return List.copyOf(all);
    }

    private static String takes(LogField field, String language) {
        var unit = field.unit() == null ? "" : " " + field.unit();
        return switch (field.type()) {
            case RATING, BELIEF, COUNT, MINUTES, NUMBER ->
                field.type().code() + ", " + field.least().toPlainString() + " to "
                        + field.most().toPlainString() + unit;
            case OUTCOME, CHOICE, CHOICES ->
                field.type().code() + ": "
                        + field.options().stream()
                                .map(option -> option.label().in(language))
                                .collect(Collectors.joining("; "));
            case TEXT, HELPERS -> field.type().code() + ", " + inWords(field.sharingUnlessChosen()) + " unless chosen";
            case SENSATIONS, YES_NO -> inWords(field.type());
        };
    }

    private static String inWords(DerivedMeasure measure, String language) {
        var title = measure.title().in(language);
        return switch (measure.kind()) {
            case DIFFERENCE -> title + ": " + measure.from() + " less " + measure.to();
            case COUNT -> title + ": logs a week with " + String.join(" or ", measure.of());
            case SHARE ->
                title + ": " + String.join(" or ", measure.of()) + " among " + String.join(", ", measure.among());
        };
    }

    private static String inWords(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
