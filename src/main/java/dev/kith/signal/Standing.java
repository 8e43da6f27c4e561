package dev.kith.signal;

import dev.kith.change.Decimals;
import dev.kith.change.NamedRule;
import dev.kith.change.Signal;
import dev.kith.episode.LocalModel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A signal that stands now, and about what.
 *
 * @param figures what the rule looked at, by name
 * @param sentences codes of what to say
 * @param evidence the response or log that it was seen in; null when it is the lack of one
 * @param since when that was
 * @param model that it was judged by; null where no model is asked
 */
record Standing(
        SignalRule rule,
        int ruleVersion,
        String severity,
        About about,
        Map<String, BigDecimal> figures,
        List<String> sentences,
        @Nullable UUID evidence,
        Instant since,
        @Nullable JudgedBy model) {

    /** A local model, as far as a signal tells of it. */
    record JudgedBy(UUID id, NamedRule rule, int episodes, Instant madeAt) {
        static JudgedBy of(LocalModel model) {
            return new JudgedBy(model.id(), model.rule(), model.expected().episodes(), model.madeAt());
        }

        private static @Nullable UUID idOf(@Nullable JudgedBy model) {
            return model == null ? null : model.id();
        }
    }

    /**
     * What it is about: one rule speaks of one such thing once.
     *
     * @param alertRule of the questionnaire: the one that fired on its answers
     */
    record About(
            @Nullable String questionnaire,
            @Nullable String scale,
            @Nullable String author,
            @Nullable String exercise,
            @Nullable UUID assignment,
            @Nullable String alertRule) {
        static final About CLIENT = new About(null, null, null, null, null, null);

        String subject() {
            return Stream.of(questionnaire, scale, author, exercise, assignment, alertRule)
                    .filter(Objects::nonNull)
                    .map(Object::toString)
                    .collect(Collectors.joining("|"));
        }
    }

    static Standing of(Signal signal, About about, @Nullable UUID evidence, Instant since) {
        return new Standing(
                SignalRule.of(signal.rule().name()),
                signal.rule().version(),
                signal.severity().name().toLowerCase(Locale.ROOT),
                about,
                signal.values().entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, one -> Decimals.shortest(one.getValue()))),
                signal.sentences().stream().map(Signal.Sentence::code).toList(),
                evidence,
                since,
                null);
    }

    /** The same, told with the version of the policy whose thresholds it was judged by; 0 is the usual one. */
    Standing under(Policy policy) {
        var told = new HashMap<>(figures);
        told.put("policyVersion", BigDecimal.valueOf(policy.version()));
        return new Standing(rule, ruleVersion, severity, about, Map.copyOf(told), sentences, evidence, since, model);
    }

    /** The same, told with the model that it was judged by. */
    Standing by(LocalModel judge) {
        return new Standing(
                rule, ruleVersion, severity, about, figures, sentences, evidence, since, JudgedBy.of(judge));
    }

    /** Whether what a reader is told changed; since when it stands did not. */
    boolean saysOtherThan(Standing later) {
        return ruleVersion != later.ruleVersion
                || !severity.equals(later.severity)
                || !figures.equals(later.figures)
                || !sentences.equals(later.sentences)
                || !Objects.equals(evidence, later.evidence)
                || !Objects.equals(JudgedBy.idOf(model), JudgedBy.idOf(later.model));
    }

    String key() {
        return rule.code() + " " + about.subject();
    }
}
