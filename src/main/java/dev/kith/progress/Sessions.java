package dev.kith.progress;

import dev.kith.change.Decimals;
import dev.kith.change.DistressDrop;
import dev.kith.change.Forecast;
import dev.kith.change.Forecast.Foreseen;
import dev.kith.change.Method;
import dev.kith.change.Reason;
import dev.kith.exercise.DerivedMeasure;
import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.exercise.LogField;
import dev.kith.exercise.LogField.LogOption;
import dev.kith.exercise.PublishedExercise;
import dev.kith.progress.Work.DoneTask;
import dev.kith.progress.Work.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came of exercises: by the places that the exercise itself names, over the sessions that compare with its newest one. */
@ApplicationScoped
class Sessions {
    private static final String DROP = "distress-drop";
    private static final String PEAK = "after.suds-peak";
    private static final String EXPECTATION = "before.expectation";
    private static final String OUTCOME = "after.";
    private static final BigDecimal CERTAIN = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    @Inject
    ExerciseCatalogue exercises;

    /** By exercise, in the order of their keys; those with a session in the period, and those that were skipped in it. */
    List<ExerciseProgressView> of(Work work, @Nullable String language) {
        var byExercise = work.sessions().stream()
                .collect(Collectors.groupingBy(Session::exercise, TreeMap::new, Collectors.toList()));
        var skipped = skipped(work);
        skipped.keySet().forEach(exercise -> byExercise.putIfAbsent(exercise, List.of()));
        return byExercise.entrySet().stream()
                .map(one -> view(
                        one.getValue(),
                        newest(one.getValue(), skipped.getOrDefault(one.getKey(), List.of())),
                        barriers(work, one.getKey()),
                        language))
                .toList();
    }

    /** By exercise, the versions of which tasks were skipped. */
    private Map<String, List<PublishedExercise>> skipped(Work work) {
        return work.tasks().stream()
                .filter(task -> task.state().equals("skipped") && task.stands())
                .map(DoneTask::of)
                .filter(of -> of.exercise() != null)
                .map(of -> exercises.require(
                        Objects.requireNonNull(of.exerciseOwner()),
                        Objects.requireNonNull(of.exercise()),
                        Objects.requireNonNull(of.version())))
                .collect(Collectors.groupingBy(PublishedExercise::key));
    }

    /** That was logged; where none was, that was skipped. */
    private PublishedExercise newest(List<Session> sessions, List<PublishedExercise> skipped) {
        return (sessions.isEmpty() ? skipped.stream() : sessions.stream().map(this::version))
                .max(Comparator.comparingInt(PublishedExercise::version))
                .orElseThrow();
    }

    private static Map<String, Integer> barriers(Work work, String exercise) {
        var barriers = new TreeMap<String, Integer>();
        work.tasks().stream()
                .filter(task -> exercise.equals(task.of().exercise()) && task.stands())
                .map(DoneTask::counted)
                .flatMap(task -> Stream.ofNullable(task.barrier()))
                .forEach(barrier -> barriers.merge(barrier, 1, Integer::sum));
        return barriers;
    }

    private ExerciseProgressView view(
            List<Session> sessions,
            PublishedExercise newest,
            Map<String, Integer> barriers,
            @Nullable String language) {
        var compared = sessions.stream()
                .filter(session -> version(session).comparesWith(newest))
                .toList();
        var measure = newest.definition().derived().stream()
                .filter(one -> one.code().equals(DROP) && one.kind() == DerivedMeasure.Kind.DIFFERENCE)
                .findFirst()
                .orElse(null);
        var noted = measure == null
                ? List.<DistressDrop.Session>of()
                : compared.stream().map(session -> noted(session, measure)).toList();
        var both = noted.stream()
                .filter(one -> one.before() != null && one.after() != null)
                .toList();
        var drop = DistressDrop.of(noted);
        var outcome = newest.definition().outcome().filter(Sessions::asks).orElse(null);
        return new ExerciseProgressView(
                newest.key(),
                newest.title(language),
                newest.label(language),
                sessions.size(),
                sessions.size() - compared.size(),
                sessions.stream()
                        .map(Session::at)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                (int) sessions.stream().filter(Session::stopRuleUsed).count(),
                mean(both, DistressDrop.Session::before),
                mean(both, DistressDrop.Session::after),
                drop.within(),
                drop.withinSessions(),
                drop.fromPeak(),
                drop.betweenBefore(),
                drop.betweenPeak(),
                measure == null
                        ? "NOT_MEASURED"
                        : drop.reason() == null ? null : drop.reason().name(),
                outcome == null ? null : expectation(compared, outcome),
                outcome == null ? null : acceptance(compared, outcome),
                barriers,
                MethodView.of(Method.DISTRESS_DROP));
    }

    private PublishedExercise version(Session session) {
        return exercises.require(session.exerciseOwner(), session.exercise(), session.version());
    }

    private static DistressDrop.Session noted(Session session, DerivedMeasure measure) {
        return new DistressDrop.Session(
                session.at(),
                number(session, measure.from()),
                number(session, PEAK),
                number(session, measure.to()),
                session.stopRuleUsed());
    }

    private static boolean asks(LogField outcome) {
        return outcome.options().stream().anyMatch(LogOption::attempt)
                && outcome.options().stream().anyMatch(one -> one.attempt() && one.accepted());
    }

    private static ExpectationView expectation(List<Session> sessions, LogField outcome) {
        var forecast = Forecast.of(sessions.stream()
                .flatMap(session -> asked(session, outcome)
                        .map(came -> new Foreseen(
                                share(number(session, EXPECTATION)),
                                came.accepted() ? BigDecimal.ZERO : BigDecimal.ONE)))
                .toList());
        return new ExpectationView(
                forecast.tries(),
                forecast.expected(),
                forecast.came(),
                forecast.gap(),
                forecast.reason() == null ? null : forecast.reason().name());
    }

    private static @Nullable BigDecimal share(@Nullable BigDecimal percent) {
        return percent == null ? null : percent.divide(CERTAIN);
    }

    private static AcceptanceView acceptance(List<Session> sessions, LogField outcome) {
        var asks = sessions.stream().flatMap(session -> asked(session, outcome)).toList();
        var met = (int) asks.stream().filter(LogOption::accepted).count();
        return new AcceptanceView(
                asks.size(),
                met,
                asks.isEmpty()
                        ? null
                        : BigDecimal.valueOf(met)
                                .divide(BigDecimal.valueOf(asks.size()), DECIMALS, RoundingMode.HALF_UP),
                asks.isEmpty() ? Reason.NO_SESSION.name() : null);
    }

    /** What came of an ask; nothing where nobody was asked. */
    private static Stream<LogOption> asked(Session session, LogField outcome) {
        return session.said().at(OUTCOME + outcome.code()) instanceof String code
                ? outcome.option(code).filter(LogOption::attempt).stream()
                : Stream.of();
    }

    private static @Nullable BigDecimal number(Session session, @Nullable String place) {
        return place != null && session.said().at(place) instanceof BigDecimal said ? said : null;
    }

    private static @Nullable BigDecimal mean(
            List<DistressDrop.Session> sessions, Function<DistressDrop.Session, @Nullable BigDecimal> of) {
        return Decimals.mean(
                sessions.stream().map(of).flatMap(Stream::ofNullable).toList(), DECIMALS);
    }
}
