package dev.kith.exercise;

import dev.kith.definition.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A version, rendered in one language. */
@Schema(description = "One version of an exercise or a reading card, in one language.")
record ExerciseView(
        @Schema(examples = "ask-and-notice") String key,
        @Schema(examples = "1") int version,

        @Schema(description = "draft, published or retired; a retired one is still rendered for its logs.")
        String state,

        @Schema(description = "The library's short name; null for a practice's own.", examples = "E02") @Nullable
        String code,

        @Schema(description = "exercise or reading.") String kind,
        String title,
        String purpose,

        @Schema(description = "Must stand beside it wherever it is shown; null when nothing must.") @Nullable
        String label,

        @Schema(description = "Language of the texts here (BCP 47).", examples = "en")
        String language,

        @Schema(description = "All that it is offered in.") List<String> languages,

        @Schema(description = "Whom the words in this language are by; null where they came with the version.")
        @Nullable
        String credit,

        @Schema(
                description =
                        "JSON Pointers to texts here that have no words in this language and come in the original.")
        List<String> fallbacks,

        @Schema(description = "About how long it takes.") int minutes,

        @Schema(description = "Ways of therapy that it belongs to.")
        List<String> approaches,

        @Schema(description = "What it works on.") List<String> domains,

        @Schema(description = "What it is drawn from.") List<SourceView> sources,

        @Schema(description = "Who may start it: clinician, client.")
        List<String> assignedBy,

        @Schema(description = "What to ask the client before the first time; null: nothing.") @Nullable
        String consentPrompt,

        @Schema(
                description =
                        "What must be so before it may be done; clients are told why, and not which answer opens it.")
        List<GateView> gates,

        @Schema(description = "What whoever does it should mind.")
        List<String> cautions,

        @Schema(description = "When not to give it; empty for clients.")
        List<String> contraindications,

        @Schema(description = "When to stop, and what to do then.")
        List<StopRuleView> stopRules,

        @Schema(description = "What there is to read; empty for an exercise.")
        List<SectionView> body,

        @Schema(description = "What to do; empty for a reading.")
        List<StepView> steps,

        @Schema(description = "What is logged before it.") List<LogFieldView> before,

        @Schema(description = "What is logged while doing it.")
        List<LogFieldView> during,

        @Schema(description = "What is logged after it.") List<LogFieldView> after,

        @Schema(description = "What is made of logs.") List<MeasureView> derived,

        @Schema(description = "Whether it is done on a ladder of rungs.")
        boolean ladder) {

    static ExerciseView of(PublishedExercise published, String language, boolean forClient) {
        var d = published.definition();
        var laid = published.laid().get(language);
        return new ExerciseView(
                d.key(),
                d.version(),
                published.state().code(),
                d.code(),
                d.kind().code(),
                d.title().in(language),
                d.purpose().in(language),
                words(d.label(), language),
                language,
                d.languages(),
                laid == null ? null : laid.credit(),
                laid == null ? List.of() : shown(laid.fallbacks(), forClient),
                d.minutes(),
                d.approaches(),
                d.domains(),
                d.sources().stream()
                        .map(one -> new SourceView(one.article(), one.idea().in(language)))
                        .toList(),
                starters(d),
                words(d.consentPrompt(), language),
                d.gates().stream()
                        .map(gate -> GateView.of(gate, language, forClient))
                        .toList(),
                texts(d.cautions(), language),
                forClient ? List.of() : texts(d.contraindications(), language),
                d.stopRules().stream()
                        .map(rule -> StopRuleView.of(rule, language))
                        .toList(),
                d.body().stream()
                        .map(section ->
                                new SectionView(section.heading().in(language), texts(section.paragraphs(), language)))
                        .toList(),
                d.steps().stream()
                        .map(step -> new StepView(step.text().in(language), step.minutes()))
                        .toList(),
                LogFieldView.of(d.before(), language),
                LogFieldView.of(d.during(), language),
                LogFieldView.of(d.after(), language),
                d.derived().stream()
                        .map(measure -> MeasureView.of(measure, language))
                        .toList(),
                d.ladder());
    }

    private static List<String> shown(List<String> places, boolean forClient) {
        return places.stream()
                .filter(place -> !forClient || !place.startsWith("/contraindications/"))
                .toList();
    }

    static List<String> starters(ExerciseDefinition d) {
        return d.assignedBy().stream()
                .filter(d::mayBeStartedBy)
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    static @Nullable String words(@Nullable Text text, String language) {
        return text == null ? null : text.in(language);
    }

    private static List<String> texts(List<Text> texts, String language) {
        return texts.stream().map(text -> text.in(language)).toList();
    }

    /** What it is drawn from. */
    @Schema(description = "One thing that an exercise is drawn from.")
    record SourceView(@Schema(examples = "S0") String article, String idea) {}

    /** What must be so before it may be done. */
    @Schema(description = "What must be so before an exercise may be done: an answer, or a clinician's word.")
    record GateView(
            @Schema(examples = "safe-person") String code,

            @Schema(description = "Why it is closed.") String text,

            @Schema(
                    description = "Whose answer opens it; null when only a clinician's word does, and for clients.",
                    examples = "ksr-20")
            @Nullable
            String questionnaire,

            @Schema(examples = "ksr-20.q0b") @Nullable String item,

            @Schema(description = "Answers that open it; empty for clients.")
            List<Object> opensOn) {
        static GateView of(ExerciseDefinition.Gate gate, String language, boolean forClient) {
            var text = gate.text().in(language);
            return forClient
                    ? new GateView(gate.code(), text, null, null, List.of())
                    : new GateView(gate.code(), text, gate.questionnaire(), gate.item(), gate.opensOn());
        }
    }

    /** When to stop. */
    @Schema(description = "When to stop, and what to do then.")
    record StopRuleView(
            @Schema(examples = "distress-stays-high") String code,
            String text,

            @Schema(description = "A logged number that may call for it; null when none tells.") @Nullable
            WhenView when) {
        static StopRuleView of(ExerciseDefinition.StopRule rule, String language) {
            var when = rule.when();
            return new StopRuleView(
                    rule.code(),
                    rule.text().in(language),
                    when == null ? null : new WhenView(when.field(), when.atLeast(), when.atMost()));
        }
    }

    /** A number and how far it goes. */
    @Schema(description = "A logged number and how far it goes.")
    record WhenView(
            @Schema(examples = "after.suds-peak") String field,
            @Nullable BigDecimal atLeast,
            @Nullable BigDecimal atMost) {}

    /** A part of what there is to read. */
    @Schema(description = "A part of what there is to read.")
    record SectionView(String heading, List<String> paragraphs) {}

    /** One thing to do. */
    @Schema(description = "One thing to do.")
    record StepView(String text, @Nullable Integer minutes) {}
}
