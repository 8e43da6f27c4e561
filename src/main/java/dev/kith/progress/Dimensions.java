package dev.kith.progress;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;
import static java.util.stream.Collectors.groupingBy;

import dev.kith.definition.ScaleDefinition.Dimension;
import dev.kith.progress.ProgressView.PointView;
import dev.kith.progress.ProgressView.SeriesView;
import dev.kith.questionnaire.Published;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells those scales that follow a dimension of daily life week by week, from what was told of them already: who sees no scale sees no dimension of it. */
final class Dimensions {
    static final String NOT_ANSWERED = "NOT_ANSWERED";
    private static final int MOST_WEEKS = 104;

    private Dimensions() {}

    /** @param told of the courses, one for one, as the reader may see them */
    static List<DimensionView> of(List<Course> courses, List<SeriesView> told, ZoneId zone, @Nullable String wanted) {
        return IntStream.range(0, courses.size())
                .boxed()
                .flatMap(i -> of(courses.get(i).series().newest(), told.get(i), zone, wanted))
                .sorted(Comparator.comparing(DimensionView::dimension)) // stable: else in the order of scales
                .toList();
    }

    private static Stream<DimensionView> of(Published newest, SeriesView series, ZoneId zone, @Nullable String wanted) {
        var dimension = newest.definition().scale(series.scale()).dimension();
        return dimension == null ? Stream.empty() : Stream.of(of(dimension, newest, series, zone, wanted));
    }

    private static DimensionView of(
            Dimension dimension, Published newest, SeriesView series, ZoneId zone, @Nullable String wanted) {
        var weeks = weeks(series.points().stream().filter(PointView::comparable).toList(), zone);
        var cost = dimension.cost();
        return new DimensionView(
                dimension.code(),
                series.title(),
                cost == null ? null : cost.in(newest.languageFor(wanted)),
                dimension.citations().stream()
                        .map(newest.definition().passport()::citation)
                        .toList(),
                series.questionnaire(),
                series.scale(),
                series.author(),
                series.direction(),
                series.label(),
                series.latest(),
                weeks.subList(Math.max(0, weeks.size() - MOST_WEEKS), weeks.size()),
                series.truncated() || weeks.size() > MOST_WEEKS,
                series.trend(),
                series.trendReason());
    }

    /** From the first week to the last, those between in which nobody answered too: a gap is told and not closed. */
    private static List<DimensionWeekView> weeks(List<PointView> points, ZoneId zone) {
        if (points.isEmpty()) {
            return List.of();
        }
        var byWeek = points.stream().collect(groupingBy(point -> monday(point, zone)));
        var last = monday(points.get(points.size() - 1), zone);
        var first = monday(points.get(0), zone);
        var earliest = last.minusWeeks(Math.min(MOST_WEEKS, ChronoUnit.WEEKS.between(first, last)));
        var weeks = new ArrayList<DimensionWeekView>();
        for (var week = earliest; !week.isAfter(last); week = week.plusWeeks(1)) {
            weeks.add(week(week, byWeek.getOrDefault(week, List.of())));
        }
        return weeks;
    }

    private static DimensionWeekView week(LocalDate monday, List<PointView> points) {
        var counted = points.stream().filter(point -> point.value() != null).toList();
        if (!counted.isEmpty()) {
            return new DimensionWeekView(monday, counted.get(counted.size() - 1).value(), null, points.size());
        }
        var reason =
                points.isEmpty() ? NOT_ANSWERED : points.get(points.size() - 1).reason();
        return new DimensionWeekView(monday, null, reason, points.size());
    }

    private static LocalDate monday(PointView point, ZoneId zone) {
        return point.at().atZone(zone).toLocalDate().with(previousOrSame(MONDAY));
    }
}
