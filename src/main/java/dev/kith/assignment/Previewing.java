package dev.kith.assignment;

import dev.kith.assignment.ScheduleResource.PreviewSchedule;
import dev.kith.assignment.ScheduleResource.SchedulePreview;
import dev.kith.practice.PracticeDirectory;
import dev.kith.problem.ProblemException;
import dev.kith.recurrence.Occurrence;
import dev.kith.security.Caller;
import dev.kith.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;

/** Shows the dates of a schedule; keeps nothing. */
@ApplicationScoped
@Transactional
class Previewing {
    private static final int MOST = 366;

    @Inject
    PracticeDirectory practice;

    @Inject
    Clock clock;

    SchedulePreview preview(Caller caller, PreviewSchedule asked, Words words) {
        if (asked.schedule().anchor() != null) {
            throw ProblemException.invalid(
                    "/schedule/anchor", "not-in-a-preview", "A preview belongs to no client; send the date as start.");
        }
        var plan = Plan.of(asked.schedule(), asked.dose(), practice.current().timeZone(), null, clock.instant());
        var limit = asked.limit() == null ? MOST : asked.limit();
        var found = plan.schedule().occurrences().limit(limit + 1L).toList();
        return new SchedulePreview(
                found.stream().limit(limit).map(Previewing::view).toList(),
                words.say(plan.schedule().explained().phrase()),
                found.size() > limit);
    }

    static OccurrenceView view(Occurrence occurrence) {
        var window = occurrence.window();
        return new OccurrenceView(
                window.local().toString(),
                occurrence.ordinal(),
                window.zone().getId(),
                window.opensAt(),
                window.dueAt(),
                window.lateAfter(),
                window.closesAt(),
                window.shifted().name().toLowerCase(Locale.ROOT));
    }
}
