package dev.kith.exercise;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kith.definition.Absent;
import dev.kith.definition.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One version of an exercise, or of a reading card.
 *
 * @param code the library's short name; null for a practice's own
 * @param languages those that every text here has; the first is the original
 * @param label what must stand beside it everywhere; null when nothing must
 * @param assignedBy who may start it
 * @param consentPrompt what to ask the client before the first time
 * @param cautions what whoever does it should mind
 * @param contraindications when not to give it: for clinicians
 * @param body what there is to read; readings only
 * @param before what is logged before it, as {@code during} and {@code after}
 * @param ladder whether it is done on a ladder of rungs
 */
public record ExerciseDefinition(
        String key,
        int version,
        @Nullable String code,
        ExerciseKind kind,
        List<String> languages,
        Text title,
        Text purpose,
        @Nullable Text label,
        int minutes,
        List<String> approaches,
        List<String> domains,
        List<Source> sources,
        List<Starter> assignedBy,
        @Nullable Text consentPrompt,
        List<Gate> gates,
        List<Text> cautions,
        List<Text> contraindications,
        List<StopRule> stopRules,
        List<Section> body,
        List<Step> steps,
        List<LogField> before,
        List<LogField> during,
        List<LogField> after,
        List<DerivedMeasure> derived,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean ladder) {

    public ExerciseDefinition {
        languages = Absent.empty(languages);
        approaches = Absent.empty(approaches);
        domains = Absent.empty(domains);
        sources = Absent.empty(sources);
        assignedBy = Absent.just(assignedBy, Starter.CLINICIAN);
        gates = Absent.empty(gates);
        cautions = Absent.empty(cautions);
        contraindications = Absent.empty(contraindications);
        stopRules = Absent.empty(stopRules);
        body = Absent.empty(body);
        steps = Absent.empty(steps);
        before = Absent.empty(before);
        during = Absent.empty(during);
        after = Absent.empty(after);
        derived = Absent.empty(derived);
    }

    /** Who may start it. A client who may also begins it unplanned, with nothing assigned. */
    public enum Starter {
        CLINICIAN,
        CLIENT
    }

    /**
     * What it is drawn from.
     *
     * @param article which article
     * @param idea the strategy or the sign in it, in other words than its own
     */
    public record Source(String article, Text idea) {}

    /**
     * What must be so before it may be done: an answer, or a clinician's word that it is.
     *
     * @param questionnaire with {@code item} and {@code opensOn}: which answers open it; null when only a clinician's word does
     * @param opensOn numbers (BigDecimal) and codes (String), any of which opens it
     * @param text why it is closed, for the client
     */
    public record Gate(
            String code,
            @Nullable String questionnaire,
            @Nullable String item,
            List<Object> opensOn,
            Text text) {
        public Gate {
            opensOn = Absent.empty(opensOn).stream()
                    .map(one -> one instanceof Number number ? (Object) new BigDecimal(number.toString()) : one)
                    .toList();
        }

        /** Whether the two are one gate: the same code, opened by the same answers to the same question. */
        public boolean asksAs(Gate other) {
            return code.equals(other.code)
                    && Objects.equals(questionnaire, other.questionnaire)
                    && Objects.equals(item, other.item)
                    && Set.copyOf(opensOn).equals(Set.copyOf(other.opensOn));
        }

        /** Whether no answer opens it. */
        public boolean onWordOnly() {
            return questionnaire == null;
        }
    }

    /**
     * When to stop, and what to do then.
     *
     * @param when the value that may call for it; null when no field tells
     */
    public record StopRule(String code, Text text, @Nullable When when) {}

    /**
     * A number that was logged, and how far it goes.
     *
     * @param field such as after.suds-peak
     */
    public record When(
            String field,
            @Nullable BigDecimal atLeast,
            @Nullable BigDecimal atMost) {}

    /** A part of what there is to read. */
    public record Section(Text heading, List<Text> paragraphs) {
        public Section {
            paragraphs = Absent.empty(paragraphs);
        }
    }

    /**
     * One thing to do.
     *
     * @param minutes about how long; null when it does not matter
     */
    public record Step(Text text, @Nullable Integer minutes) {}

    /** What is logged in one part of it. */
    public List<LogField> fields(LogPart part) {
        return switch (part) {
            case BEFORE -> before;
            case DURING -> during;
            case AFTER -> after;
        };
    }

    /** The field at such a place as after.suds-peak. */
    public Optional<LogField> field(String place) {
        return LogPart.of(place)
                .flatMap(part -> fields(part).stream()
                        .filter(field -> place.equals(part.place(field.code())))
                        .findFirst());
    }

    /** The field that says what came of it; at most one. */
    public Optional<LogField> outcome() {
        return after.stream().filter(field -> field.type() == FieldType.OUTCOME).findFirst();
    }

    /** Whether this way of therapy is for clinicians to give and never for clients to give themselves: EMDR, and what is called after it. */
    static boolean isClinicianOnly(String approach) {
        return approach.equals("emdr") || approach.startsWith("emdr-");
    }

    /** Whether they may start it. What is for clinicians only stays so, whatever an older version says of clients. */
    public boolean mayBeStartedBy(Starter who) {
        return assignedBy.contains(who)
                && (who == Starter.CLINICIAN || approaches.stream().noneMatch(ExerciseDefinition::isClinicianOnly));
    }
}
