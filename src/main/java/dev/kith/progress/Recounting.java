package dev.kith.progress;

import static java.util.Comparator.naturalOrder;

import dev.kith.audit.Audit;
import dev.kith.change.Baseline;
import dev.kith.chart.Chart;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientRecord;
import dev.kith.json.DayOrInstant;
import dev.kith.problem.ProblemException;
import dev.kith.progress.MissedMeasures.Which;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.response.ScoreLine;
import dev.kith.response.ScoreLines;
import dev.kith.security.Caller;
import dev.kith.signal.ScoreSeries;
import dev.kith.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Recounts how it went in plain words, for those who print it and for the client. By the same access and the same queries as progress. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
public class Recounting {
    @Inject
    ClientDirectory clients;

    @Inject
    ScoreLines scores;

    @Inject
    MissedMeasures missed;

    @Inject
    WorkBook works;

    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    ScaleCharts charts;

    @Inject
    Sessions sessions;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * What is to be recounted.
     *
     * @param from given, due or done at or after
     * @param to given, due or done before
     * @param questionnaire key of the one whose scales are told; null: of all
     * @param action what the trail calls it
     */
    public record Wanted(
            UUID client,
            @Nullable DayOrInstant from,
            @Nullable DayOrInstant to,
            @Nullable String questionnaire,
            String action) {}

    /**
     * How it went, without what the caller is not to see.
     *
     * @param language an Accept-Language value
     * @throws ProblemException 404 when the client is not theirs to see; 422 for a period that ends before it begins, or an unknown questionnaire
     */
    public Recounted recount(Caller caller, Wanted wanted, @Nullable String language) throws SQLException {
        var client = clients.requireCaredForBy(caller, wanted.client());
        var asked = new Asked(wanted.from(), wanted.to(), Asked.FIRST).in(client.timeZone());
        requireSense(wanted, asked);
        audit.read(caller, wanted.action(), "client", wanted.client(), wanted.client());
        var now = clock.instant();
        var work = works.of(wanted.client(), asked.since(), asked.until(), now);
        var newest = scores.of(wanted.client(), asked.until(), Reviewing.MOST_RESPONSES);
        var all = ScoreSeries.of(newest.lines(), questionnaires).stream()
                .filter(series -> wanted.questionnaire() == null
                        || series.measure().questionnaire().equals(wanted.questionnaire()))
                .map(series -> series.from(asked.since()))
                .filter(series -> !series.lines().isEmpty())
                .sorted(Comparator.comparing(ScoreSeries::measure, ProgressOrder.BY_QUESTIONNAIRE))
                .toList();
        var within = Reviewing.seen(caller, all, work);
        var due = missed.of(wanted.client(), asked.since(), asked.until(), ScaleCharts.MOST_GAPS);
        var words = Words.in(language);
        var locale = spoken(words, language);
        var plain = new PlainWords(words, client.timeZone());
        var to = lastDay(asked, now);
        return new Recounted(
                client,
                firstDay(asked, within, work, to),
                to,
                asked.since(),
                asked.until(),
                now,
                locale,
                within.stream()
                        .map(series -> scale(client, series, due, caller.isClient(), plain, locale))
                        .toList(),
                plain.kept(notTold(all, within, work.keptForATalk()::contains, locale)),
                plain.hiddenByClient(
                        notTold(all, within, key -> !work.keptForATalk().contains(key), locale)),
                sessions.of(work, locale.toLanguageTag()).stream()
                        .filter(exercise -> exercise.sessions() > 0)
                        .map(plain::practised)
                        .toList(),
                caller.isMachine() ? List.of() : Pursued.recounted(work),
                plain.work(Doing.adherence(work.tasks())),
                newest.more()
                        || work.moreFor(caller).stream()
                                .anyMatch(kind -> !kind.equals("tries"))); // it tells of no ladders
    }

    private void requireSense(Wanted wanted, Asked.In asked) {
        if (asked.from() != null && asked.to() != null && !asked.from().isBefore(asked.to())) {
            throw ProblemException.invalid("#to", "not-after-from", "Later than from.");
        }
        questionnaires.requireKnown(wanted.questionnaire());
    }

    /** With a country where the reader names one: it decides how dates look. */
    private static Locale spoken(Words words, @Nullable String language) {
        var locale = ReadersLocale.of(words.language(), language);
        return locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
    }

    private static LocalDate lastDay(Asked.In asked, Instant now) {
        var given = asked.to();
        var last =
                (given == null ? now : given.minusNanos(1)).atZone(asked.zone()).toLocalDate();
        var from =
                asked.from() == null ? last : asked.from().atZone(asked.zone()).toLocalDate();
        return last.isBefore(from) ? from : last;
    }

    private static LocalDate firstDay(Asked.In asked, List<ScoreSeries> within, Work work, LocalDate last) {
        if (asked.from() != null) {
            return asked.from().atZone(asked.zone()).toLocalDate();
        }
        var told = Stream.of(
                        within.stream()
                                .flatMap(series -> series.lines().stream())
                                .map(ScoreLine::at),
                        work.sessions().stream().map(Work.Session::at),
                        work.tasks().stream().map(task -> task.counted().dueAt()))
                .flatMap(moments -> moments)
                .min(naturalOrder())
                .map(first -> first.atZone(asked.zone()).toLocalDate())
                .orElse(last);
        return told.isAfter(last) ? last : told;
    }

    private Recounted.Scale scale(
            ClientRecord client,
            ScoreSeries series,
            Map<Which, List<Chart.Gap>> due,
            boolean toClient,
            PlainWords plain,
            Locale locale) {
        var course = Course.of(series, new Baseline.First());
        var measure = series.measure();
        var newest = series.newest();
        var wanted = locale.toLanguageTag();
        var gaps = measure.author().equals("client")
                ? due.getOrDefault(new Which(measure.owner(), measure.questionnaire()), List.of())
                : List.<Chart.Gap>of();
        return new Recounted.Scale(
                measure,
                newest.title(wanted),
                newest.definition().scale(measure.scale()).title().in(newest.languageFor(wanted)),
                newest.definition().scales().size() == 1,
                plain.label(newest),
                plain.moved(course),
                plain.meaning(course),
                plain.aside(course),
                plain.basis(course),
                plain.citation(course),
                newest.definition().passport().licence().attribution(),
                charts.of(client, measure.scale(), series.lines(), newest, gaps, toClient, locale));
    }

    /** What is there and not told, by who chose so; each questionnaire once. */
    private static List<Recounted.Kept> notTold(
            List<ScoreSeries> all, List<ScoreSeries> told, Predicate<String> chosen, Locale locale) {
        return all.stream()
                .filter(series -> !told.contains(series))
                .filter(series -> chosen.test(series.measure().questionnaire()))
                .map(series -> new Recounted.Kept(
                        series.measure().questionnaire(), series.newest().title(locale.toLanguageTag())))
                .distinct()
                .toList();
    }
}
