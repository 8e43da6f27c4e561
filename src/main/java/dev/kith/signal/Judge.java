package dev.kith.signal;

import dev.kith.change.Adherence;
import dev.kith.change.DistressDrop.Session;
import dev.kith.change.Ruling;
import dev.kith.change.ScoreSignals;
import dev.kith.change.WorkSignals;
import dev.kith.episode.KnownModels;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.scoring.AlertRule;
import dev.kith.scoring.Condition;
import dev.kith.scoring.Operator;
import dev.kith.signal.ClientFacts.Course;
import dev.kith.signal.ClientFacts.Critical;
import dev.kith.signal.ClientFacts.Done;
import dev.kith.signal.Standing.About;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks each rule about a client's facts. The rules themselves are the engine's. */
@ApplicationScoped
class Judge {
    @Inject
    QuestionnaireCatalogue questionnaires;

    /** What stands at this moment. */
    List<Standing> judge(ClientFacts facts, KnownModels models, Policy policy, Instant now) {
        var standing = new ArrayList<Standing>();
        ScoreSeries.of(facts.scores(), questionnaires).forEach(series -> {
            standing.addAll(scores(series, policy));
            standing.addAll(localBand(series, models));
        });
        facts.criticals().forEach(critical -> standing.addAll(critical(critical)));
        facts.courses().forEach(course -> standing.addAll(work(course, policy, now)));
        standing.addAll(sessions(facts.sessions(), policy));
        return without(policy, standing);
    }

    /** What stands of one series, by the rules that need nothing else. */
    List<Standing> judge(ScoreSeries series, Policy policy) {
        return without(policy, scores(series, policy));
    }

    private static List<Standing> without(Policy policy, List<Standing> standing) {
        return standing.stream()
                .filter(one -> !policy.off().contains(one.rule()))
                .toList();
    }

    private static List<Standing> scores(ScoreSeries series, Policy policy) {
        var points = series.points();
        if (points.isEmpty()) {
            return List.of();
        }
        var model = series.model();
        var last = series.current().get(points.size() - 1);
        return Stream.of(
                        ScoreSignals.reliableDeterioration(model, points),
                        ScoreSignals.lostGain(model, points),
                        ScoreSignals.noEarlyResponse(model, points, policy.thresholds()))
                .flatMap(ruling -> said(ruling, about(series), last.responseId(), last.at()))
                .toList();
    }

    private static About about(ScoreSeries series) {
        var measure = series.measure();
        return new About(measure.questionnaire(), measure.scale(), measure.author(), null, null, null);
    }

    /** The latest of at least two, beside what the practice's own closed episodes came to at that session from such a first score. */
    private static List<Standing> localBand(ScoreSeries series, KnownModels models) {
        var points = series.points();
        var model = models.of(series.measure(), series.newest().version());
        if (model == null || points.size() < 2) {
            return List.of();
        }
        var session = points.size() - 1;
        var last = series.current().get(session);
        return model.expected().within(points.get(0).value(), session).stream()
                .map(band -> ScoreSignals.outsideLocalBand(
                        series.model().direction(), band, points.get(session).value()))
                .flatMap(ruling -> said(ruling, about(series), last.responseId(), last.at()))
                .map(standing -> standing.by(model))
                .toList();
    }

    private List<Standing> critical(Critical critical) {
        var about = new About(critical.questionnaire(), null, critical.author(), null, null, critical.rule());
        var from = from(critical);
        var ruling = from == null ? WorkSignals.criticalRule() : WorkSignals.criticalItem(critical.answer(), from);
        return said(ruling, about, critical.response(), critical.at()).toList();
    }

    /** The first critical answer, where the rule is as simple as that. */
    private @Nullable BigDecimal from(Critical critical) {
        return questionnaires
                .find(critical.questionnaire(), critical.version())
                .flatMap(version -> version.model().alertRules().stream()
                        .filter(rule -> rule.key().equals(critical.rule()))
                        .findFirst())
                .map(AlertRule::when)
                .map(when -> when instanceof Condition.OfItem item
                                && item.operator() == Operator.AT_LEAST
                                && critical.answer() != null
                        ? item.value()
                        : null)
                .orElse(null);
    }

    private static List<Standing> work(Course course, Policy policy, Instant now) {
        var about = new About(course.questionnaire(), null, null, course.exercise(), course.assignment(), null);
        var adherence = Adherence.of(course.tasks(), Instant.MIN, now, now, Duration.ZERO);
        var missed = said(WorkSignals.missedInARow(adherence, policy.thresholds()), about, null, now);
        var late = course.questionnaire() == null
                ? Stream.<Standing>empty()
                : said(
                        WorkSignals.overdueMeasure(course.lateSince(), now, policy.thresholds()),
                        about,
                        null,
                        course.lateSince() == null ? now : course.lateSince());
        return Stream.concat(missed, late).toList();
    }

    private static List<Standing> sessions(List<Done> done, Policy policy) {
        if (done.isEmpty()) {
            return List.of();
        }
        var sessions = done.stream().map(Done::session).toList();
        return Stream.concat(
                        seenIn(
                                done.stream().filter(one -> one.session().peak() != null),
                                WorkSignals.distressSpike(sessions, policy.thresholds())),
                        seenIn(done.stream(), WorkSignals.stopRuleUsed(sessions)))
                .toList();
    }

    /** The newest session of those that the rule looked at. */
    private static Stream<Standing> seenIn(Stream<Done> done, Ruling ruling) {
        return done.max(Comparator.comparing(Done::session, Session.IN_TIME)).stream()
                .flatMap(last ->
                        said(ruling, About.CLIENT, last.log(), last.session().at()));
    }

    private static Stream<Standing> said(Ruling ruling, About about, @Nullable UUID evidence, Instant since) {
        return ruling.signal() == null
                ? Stream.empty()
                : Stream.of(Standing.of(ruling.signal(), about, evidence, since));
    }
}
