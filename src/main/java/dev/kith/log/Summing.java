package dev.kith.log;

import dev.kith.assignment.GivenWork;
import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientRecord;
import dev.kith.exercise.Derivations;
import dev.kith.exercise.Derivations.DatedLog;
import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.exercise.PublishedExercise;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sums up what came of one exercise: numbers and codes only, so that everybody who may see the client reads the same. */
@ApplicationScoped
@Transactional
class Summing {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2300-01-01T00:00:00Z");
    /** Some years of daily logs; beyond that, the reader names a period. */
    private static final int MOST = 2_000;

    @Inject
    ClientDirectory clients;

    @Inject
    Logs logs;

    @Inject
    ExerciseCatalogue exercises;

    @Inject
    LogDirectory directory;

    @Inject
    GivenWork work;

    @Inject
    ValuesJson json;

    @Inject
    Audit audit;

    ExerciseSumView summary(
            Caller caller,
            UUID clientId,
            String key,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String language) {
        var client = clients.requireCaredForBy(caller, clientId);
        var newest = exercises.versionsOf(key).stream().findFirst().orElseThrow(ProblemException::notFound);
        audit.read(caller, "exercise-summary.read", "client", clientId, clientId);
        var since = Objects.requireNonNullElse(from, EARLIEST);
        var until = Objects.requireNonNullElse(to, LATEST);
        var found = logs.completeOf(clientId, key, since, until, MOST + 1);
        var all = found.subList(0, Math.min(found.size(), MOST));
        var exercise = all.stream()
                .map(directory::exercise)
                .max(Comparator.comparingInt(PublishedExercise::version))
                .orElse(newest);
        var compared = all.stream()
                .filter(log -> directory.exercise(log).comparesWith(exercise))
                .toList();
        return view(client, exercise, all, compared, language)
                .in(from, to, found.size() > MOST, work.barriers(clientId, key, since, until));
    }

    private Sum view(
            ClientRecord client,
            PublishedExercise exercise,
            List<Log> all,
            List<Log> compared,
            @Nullable String wanted) {
        var definition = exercise.definition();
        var language = exercise.languageFor(wanted);
        var dated = compared.stream()
                .map(log -> new DatedLog(
                        log.authoredAt.atZone(zone(client, log)).toLocalDate(), json.read(definition, log)))
                .toList();
        var values = dated.stream().map(DatedLog::values).toList();
        var figures = new Figures(definition, values);
        var perWeek = Derivations.perWeek(definition, dated).stream()
                .map(one -> new LogWeeksView(
                        one.code(),
                        Rendering.title(definition, one.code(), language),
                        one.weeks().stream()
                                .map(week -> new LogWeekView(week.startsOn(), week.count()))
                                .toList()))
                .toList();
        var shares = Rendering.derived(definition, Derivations.shares(definition, values), language);
        var stopped = (int) all.stream().filter(Log::saysStopRuleUsed).count();
        return (from, to, more, barriers) -> new ExerciseSumView(
                client.id(),
                exercise.key(),
                exercise.version(),
                exercise.title(language),
                exercise.label(language),
                from,
                to,
                all.size(),
                all.size() - compared.size(),
                more,
                stopped,
                figures.before(),
                figures.after(),
                figures.drop(),
                perWeek,
                shares,
                barriers);
    }

    private static ZoneId zone(ClientRecord client, Log log) {
        return log.timeZone == null ? client.timeZone() : ZoneId.of(log.timeZone);
    }

    /** A summary that still wants its period. */
    private interface Sum {
        ExerciseSumView in(
                @Nullable Instant from, @Nullable Instant to, boolean more, java.util.Map<String, Long> barriers);
    }
}
