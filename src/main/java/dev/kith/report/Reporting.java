package dev.kith.report;

import dev.kith.letterhead.Letterheads;
import dev.kith.practice.PracticeDirectory;
import dev.kith.progress.Recounted;
import dev.kith.progress.Recounted.Level;
import dev.kith.progress.Recounting;
import dev.kith.security.Caller;
import dev.kith.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the report of a client's progress from what is recounted. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Reporting {
    @Inject
    Recounting recounting;

    @Inject
    PracticeDirectory practices;

    @Inject
    Letterheads letterheads;

    /** @throws dev.kith.problem.ProblemException as {@link Recounting#recount} does */
    Report report(Caller caller, Recounting.Wanted wanted, @Nullable String language) throws SQLException {
        var told = recounting.recount(caller, wanted, language);
        var words = Words.in(told.locale().toLanguageTag());
        var scales = told.scales().subList(0, Math.min(told.scales().size(), Report.MOST_SCALES));
        return new Report(
                sender(),
                told.client().displayName(),
                told.from(),
                told.to(),
                summary(told, scales, words),
                scales.stream().map(Reporting::scale).toList(),
                listings(told, words),
                scales.stream()
                        .map(scale -> words.say("report.licence", scale.title(), scale.attribution()))
                        .distinct()
                        .toList(),
                told.at(),
                told.locale(),
                told.client().timeZone());
    }

    private Report.Sender sender() throws SQLException {
        var head = letterheads.current();
        var lines = new ArrayList<>(head.address());
        var reach = Stream.of(head.phone(), head.email(), head.website())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        if (!reach.isEmpty()) {
            lines.add(reach);
        }
        return new Report.Sender(
                head.name() == null ? practices.current().name() : head.name(),
                lines,
                head.registration(),
                head.logo() == null || head.logoAlt() == null
                        ? null
                        : new Report.Logo(head.logo().png(), head.logoAlt()));
    }

    private static List<Report.Point> summary(Recounted told, List<Recounted.Scale> scales, Words words) {
        var summary = new ArrayList<Report.Point>();
        scales.forEach(scale -> summary.add(new Report.Point(
                words.say("report.scale", scale.title(), scale.name()), scale.moved() + " " + scale.meaning())));
        var notTold = Stream.of(told.kept(), told.hiddenByClient())
                .filter(Objects::nonNull)
                .toList();
        notTold.forEach(one -> summary.add(Report.Point.of(one.inWords())));
        told.work().forEach(sentence -> summary.add(Report.Point.of(sentence)));
        if (!scales.isEmpty()) {
            summary.add(Report.Point.of(words.say("report.no-diagnosis")));
        } else if (notTold.isEmpty()) {
            var nothing = told.work().isEmpty()
                    && told.exercises().isEmpty()
                    && told.goals().isEmpty();
            summary.add(Report.Point.of(words.say(nothing ? "report.nothing" : "report.no-scores")));
        }
        if (told.truncated() || scales.size() < told.scales().size()) {
            summary.add(Report.Point.of(words.say("report.more")));
        }
        return summary;
    }

    private static Report.Scale scale(Recounted.Scale scale) {
        var sentences = new ArrayList<>(List.of(scale.moved(), scale.meaning()));
        sentences.addAll(scale.aside());
        return new Report.Scale(scale.chart(), sentences, scale.basis(), scale.citation());
    }

    private static List<Report.Listing> listings(Recounted told, Words words) {
        var listings = new ArrayList<Report.Listing>();
        if (!told.exercises().isEmpty()) {
            listings.add(exercises(told, words));
        }
        if (!told.goals().isEmpty()) {
            listings.add(goals(told.goals(), words));
        }
        return listings;
    }

    private static Report.Listing exercises(Recounted told, Words words) {
        var numbers = NumberFormat.getInstance(told.locale());
        var labels = told.exercises().stream()
                .flatMap(one -> one.label() == null
                        ? Stream.of()
                        : Stream.of(words.say("report.label", one.title(), one.label())));
        return new Report.Listing(
                words.say("report.exercises"),
                labels.toList(),
                Stream.of("report.exercise", "report.times", "report.before", "report.after")
                        .map(words::say)
                        .toList(),
                told.exercises().stream()
                        .map(one -> List.of(
                                one.title(),
                                numbers.format(one.sessions()),
                                shown(one.before(), numbers),
                                shown(one.after(), numbers)))
                        .toList());
    }

    private static String shown(@Nullable BigDecimal distress, NumberFormat numbers) {
        return distress == null ? "–" : numbers.format(distress);
    }

    private static Report.Listing goals(List<Recounted.Goal> goals, Words words) {
        return new Report.Listing(
                words.say("report.goals"),
                List.of(words.say("report.levels")),
                Stream.of("report.goal", "report.start", "report.client", "report.clinician")
                        .map(words::say)
                        .toList(),
                goals.stream()
                        .map(goal -> List.of(
                                goal.achieved() ? words.say("report.achieved", goal.title()) : goal.title(),
                                shown(goal.start(), words),
                                shown(goal.client(), words),
                                shown(goal.clinician(), words)))
                        .toList());
    }

    private static String shown(@Nullable Level level, Words words) {
        if (level == null) {
            return "–";
        }
        var number = (level.number() > 0 ? "+" : "") + level.number();
        return words.say("report.level", number.replace('-', '−'), level.looksLike());
    }
}
