package dev.kith.signal;

import dev.kith.change.Adherence;
import dev.kith.change.DistressDrop.Session;
import dev.kith.change.Reason;
import dev.kith.change.Ruling;
import dev.kith.change.ScoreSignals;
import dev.kith.change.WorkSignals;
import dev.kith.episode.KnownModels;
import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.exercise.PublishedExercise;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.response.ScoreLine;
import dev.kith.scoring.AlertRule;
import dev.kith.scoring.AlertRule.Severity;
import dev.kith.scoring.Condition;
import dev.kith.signal.ClientFacts.Course;
import dev.kith.signal.ClientFacts.Critical;
import dev.kith.signal.ClientFacts.Done;
import dev.kith.signal.ClientFacts.Exercise;
import dev.kith.signal.Standing.About;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks each rule about a client's facts. The rules themselves are the engine's. */
@ApplicationScoped
class Judge {
    private static final List<SignalRule> OF_SCORES = List.of(
            SignalRule.RELIABLE_DETERIORATION,
            SignalRule.LOST_GAIN,
            SignalRule.NO_EARLY_RESPONSE,
            SignalRule.OUTSIDE_LOCAL_BAND);
    /** Of what was never there: nothing is seen in it. */
    private static final Instant NEVER = Instant.EPOCH;

    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    ExerciseCatalogue exercises;

    /** What stands at this moment, and what cannot be judged. */
    Verdict judge(ClientFacts facts, KnownModels models, Policy policy, Instant now) {
        var verdict = new Verdict(policy);
        var all = ScoreSeries.of(facts.scores(), questionnaires);
        all.forEach(series -> scores(series, models, policy, verdict));
        facts.criticals().forEach(critical -> critical(critical, verdict));
        facts.courses().forEach(course -> work(course, policy, now, verdict));
        sessions(facts.sessions(), policy, verdict);
        unanswered(facts.courses(), all, verdict);
        verdict.unlessAsked(Reason.NOTHING_DUE, List.of(SignalRule.OVERDUE_MEASURE, SignalRule.MISSED_IN_A_ROW));
        verdict.unlessAsked(Reason.NO_MEASUREMENT, OF_SCORES);
        verdict.unlessAsked(Reason.NO_MEASUREMENT, List.of(SignalRule.CRITICAL_ITEM));
        return verdict;
    }

    /** What stands of one series, by the rules that need nothing else. */
    List<Standing> judge(ScoreSeries series, KnownModels models, Policy policy) {
        var verdict = new Verdict(policy);
        scores(series, models, policy, verdict);
        return verdict.standing();
    }

    private static void scores(ScoreSeries series, KnownModels models, Policy policy, Verdict verdict) {
        var points = series.points();
        var model = series.model();
        var version = series.newest().version();
        var measure = series.measure();
        var about = new About(measure.questionnaire(), measure.scale(), measure.author(), null, null, null);
        var last = last(series);
        var evidence = last == null ? null : last.responseId();
        var since = last == null ? NEVER : last.at();
        Stream.of(
                        ScoreSignals.reliableDeterioration(model, points),
                        ScoreSignals.lostGain(model, points),
                        ScoreSignals.noEarlyResponse(model, points, policy.thresholds()))
                .forEach(ruling -> verdict.hear(ruling, about, evidence, since));
        verdict.hear(
                ScoreSignals.outsideLocalBand(model.direction(), models.expected(measure, version), points),
                about,
                evidence,
                since,
                models.of(measure, version));
        verdict.looked(SignalRule.CRITICAL_ITEM); // on each answer, when it was given
    }

    private static @Nullable ScoreLine last(ScoreSeries series) {
        var current = series.current();
        return current.isEmpty() ? null : current.get(current.size() - 1);
    }

    /** What was given and never answered: nothing is known of it, whatever else is. */
    private void unanswered(List<Course> courses, List<ScoreSeries> answered, Verdict verdict) {
        courses.stream()
                .flatMap(course -> Stream.ofNullable(course.questionnaire()))
                .distinct()
                .filter(one -> answered.stream().noneMatch(series -> one.has(series.measure())))
                .flatMap(one -> questionnaires.findCurrent(one.owner(), one.key()).stream())
                .forEach(given -> {
                    var about = new About(given.key(), null, null, null, null, null);
                    if (!given.definition().scales().isEmpty()) {
                        OF_SCORES.forEach(rule -> verdict.lacks(rule, about, Reason.NO_MEASUREMENT));
                    }
                    if (given.model().alertRules().stream().anyMatch(rule -> rule.severity() == Severity.CRITICAL)) {
                        verdict.lacks(SignalRule.CRITICAL_ITEM, about, Reason.NO_MEASUREMENT);
                    }
                });
    }

    private void critical(Critical critical, Verdict verdict) {
        var about = new About(critical.questionnaire().key(), null, critical.author(), null, null, critical.rule());
        verdict.hear(ruling(critical), about, critical.response(), critical.at());
    }

    /** With the answer that a rule is about, and what it was held against, where both are numbers. */
    private Ruling ruling(Critical critical) {
        var answer = critical.answer();
        if (answer == null) {
            return WorkSignals.criticalRule(Map.of());
        }
        if (!(when(critical) instanceof Condition.OfItem item)) {
            return WorkSignals.criticalRule(Map.of("answer", answer));
        }
        return switch (item.operator()) {
            case AT_LEAST -> WorkSignals.criticalItem(answer, item.value());
            case GREATER -> held(answer, "above", item);
            case LESS -> held(answer, "below", item);
            case AT_MOST -> held(answer, "atMost", item);
            case EQUAL -> held(answer, "equalTo", item);
            case NOT_EQUAL -> held(answer, "otherThan", item);
            case EXISTS -> throw new IllegalStateException("exists compares nothing");
        };
    }

    private static Ruling held(BigDecimal answer, String against, Condition.OfItem item) {
        return WorkSignals.criticalRule(Map.of("answer", answer, against, item.value()));
    }

    private @Nullable Condition when(Critical critical) {
        var questionnaire = critical.questionnaire();
        return questionnaires
                .find(questionnaire.owner(), questionnaire.key(), critical.version())
                .flatMap(version -> version.model().alertRules().stream()
                        .filter(rule -> rule.key().equals(critical.rule()))
                        .findFirst())
                .map(AlertRule::when)
                .orElse(null);
    }

    private static void work(Course course, Policy policy, Instant now, Verdict verdict) {
        var about = new About(course.questionnaireKey(), null, null, course.exercise(), course.assignment(), null);
        var adherence = Adherence.of(course.tasks(), Instant.MIN, now, now, Duration.ZERO);
        verdict.hear(WorkSignals.missedInARow(adherence, policy.thresholds()), about, null, now);
        if (course.questionnaire() == null) {
            return;
        }
        var late = course.lateSince();
        if (late == null) {
            verdict.looked(SignalRule.OVERDUE_MEASURE); // all that opened came
        } else {
            verdict.hear(WorkSignals.overdueMeasure(late, now, policy.thresholds()), about, null, late);
        }
    }

    private void sessions(List<Done> done, Policy policy, Verdict verdict) {
        var alike = alike(done);
        seenIn(alike, WorkSignals.distressSpike(sessions(alike), policy.thresholds()), verdict);
        seenIn(done, WorkSignals.stopRuleUsed(sessions(done)), verdict);
    }

    /** The newest session that notes a peak, and those that do and compare with it: what is usual in one exercise is much in another. */
    private List<Done> alike(List<Done> done) {
        var noted = done.stream().filter(one -> one.session().peak() != null).toList();
        return newest(noted)
                .map(newest -> noted.stream()
                        .filter(one -> compare(one.exercise(), newest.exercise()))
                        .toList())
                .orElse(List.of());
    }

    private boolean compare(Exercise one, Exercise other) {
        return one.equals(other)
                || (one.owner().equals(other.owner())
                        && one.key().equals(other.key())
                        && version(one).comparesWith(version(other)));
    }

    private PublishedExercise version(Exercise one) {
        return exercises.require(one.owner(), one.key(), one.version());
    }

    private static List<Session> sessions(List<Done> done) {
        return done.stream().map(Done::session).toList();
    }

    private static Optional<Done> newest(List<Done> done) {
        return done.stream().max(Comparator.comparing(Done::session, Session.IN_TIME));
    }

    /** The newest session of those that the rule looked at. */
    private static void seenIn(List<Done> done, Ruling ruling, Verdict verdict) {
        newest(done)
                .ifPresentOrElse(
                        last -> verdict.hear(
                                ruling, About.CLIENT, last.log(), last.session().at()),
                        () -> verdict.hear(ruling, About.CLIENT, null, NEVER));
    }
}
