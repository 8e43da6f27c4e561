package dev.kith.definition;

import dev.kith.scoring.Circumstances;
import dev.kith.scoring.ScaleScore;
import dev.kith.scoring.Sex;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a questionnaire comes from, what may be done with it, and how to see that it is scored right. */
public record Passport(Licence licence, boolean wordingIncluded, List<Citation> citations, List<TestVector> vectors) {

    public Passport {
        citations = List.copyOf(citations);
        vectors = List.copyOf(vectors);
    }

    /**
     * The words of a citation.
     *
     * @throws IllegalArgumentException when there is none of this id
     */
    public String citation(String id) {
        return citations.stream()
                .filter(citation -> citation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no citation " + id))
                .text();
    }

    /**
     * Facts found about the licence; no legal advice.
     *
     * @param code an SPDX identifier, or LicenseRef- and a name
     * @param settings where it may be used; null when the licence makes no difference
     * @param countries where it may be used, ISO 3166; everywhere when empty
     */
    public record Licence(
            String code,
            String holder,
            @Nullable String url,
            String attribution,
            boolean commercialUse,
            boolean modificationAllowed,
            boolean translationAllowed,
            LocalDate checkedOn,
            @Nullable Settings settings,
            List<String> countries) {

        public Licence {
            countries = Absent.empty(countries);
        }

        /** Which uses the licence allows. */
        public record Settings(boolean clinical, boolean commercial, boolean research) {}
    }

    /** A source, once in full. */
    public record Citation(String id, String text, @Nullable String doi) {}

    /**
     * Answers and what must come of them.
     *
     * @param circumstances what is known beyond the answers; null when nothing is
     * @param expect by scale code
     * @param criteria by code: true, false, or null where too little was answered to say
     * @param flags validity checks that show
     * @param alerts keys of the rules that fire on completion
     */
    public record TestVector(
            String name,
            Kind kind,
            Map<String, Object> answers,
            @Nullable Known circumstances,
            Map<String, Expected> expect,
            @Nullable Map<String, @Nullable Boolean> criteria,
            List<String> flags,
            List<String> alerts) {

        public TestVector {
            answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
            expect = Collections.unmodifiableMap(new LinkedHashMap<>(expect));
            criteria = criteria == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(criteria));
            flags = Absent.empty(flags);
            alerts = Absent.empty(alerts);
        }

        /** Why it is there. */
        public enum Kind {
            TYPICAL,
            MINIMUM,
            MAXIMUM,
            MISSING,
            TRAP
        }
    }

    /** What is known about the person and the moment; each may be left out. */
    public record Known(
            @Nullable Sex sex,
            @Nullable Integer age,
            @Nullable Integer tookSeconds) {

        Circumstances asCircumstances() {
            return new Circumstances(sex, age, tookSeconds == null ? null : Duration.ofSeconds(tookSeconds));
        }
    }

    /** What one scale must say: a value, or the reason why there is none. */
    public record Expected(
            @Nullable BigDecimal value,
            ScaleScore.@Nullable Reason reason,
            boolean prorated,
            @Nullable String band,
            ScaleScore.@Nullable Reason bandReason) {}
}
