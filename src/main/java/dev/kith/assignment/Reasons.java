package dev.kith.assignment;

import dev.kith.assignment.TaskExplanation.Because;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in words and in one code why a task stands where it stands. */
final class Reasons {
    private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);

    private final ToDo.Row task;
    private final ScheduleView schedule;
    private final ZoneId zone;
    private final Instant now;

    Reasons(ToDo.Row task, ScheduleView schedule, Instant now) {
        this.task = task;
        this.schedule = schedule;
        this.zone = ZoneId.of(task.timeZone());
        this.now = now;
    }

    Because because() {
        return switch (task.state(now)) {
            case COMPLETED -> task.late() ? Because.DONE_LATE : Because.DONE;
            case SKIPPED -> Because.SKIPPED;
            case MISSED -> Because.CLOSED_WITHOUT_ANSWER;
            case CANCELLED -> cancelled();
            case SCHEDULED -> task.paused() ? Because.ASSIGNMENT_PAUSED : Because.OPENS_LATER;
            case OPEN -> open();
        };
    }

    private Because open() {
        if (task.paused()) {
            return Because.ASSIGNMENT_PAUSED;
        }
        if (now.isBefore(task.dueAt())) {
            return Because.OPEN;
        }
        return now.isBefore(plannedClose()) ? Because.PAST_DUE : Because.KEPT_OPEN_BY_ACTIVITY;
    }

    /** Where the window of its schedule ends; activity may have moved the closing of the task past that. */
    private Instant plannedClose() {
        return schedule.engine()
                .between(task.startsLocal(), task.startsLocal().plusSeconds(1))
                .map(occurrence -> occurrence.window().closesAt())
                .findFirst()
                .orElse(task.closesAt());
    }

    private Because cancelled() {
        return task.endedWhy() == null
                ? Because.ASSIGNMENT_ENDED
                : switch (task.endedWhy()) {
                    case "schedule-revised" -> Because.SCHEDULE_REVISED;
                    case "weekly-cap" -> Because.WEEKLY_CAP;
                    case "paused" -> Because.CLOSED_WHILE_PAUSED;
                    case "program-moved" -> Because.PROGRAM_MOVED;
                    default -> Because.ASSIGNMENT_ENDED;
                };
    }

    List<String> words(List<ScheduleRevisionView> since) {
        var words = new ArrayList<String>();
        words.add("It is given " + schedule.engine().explained().words() + ".");
        words.add(opening());
        words.add("It is due %s and closes %s.".formatted(at(task.dueAt()), at(task.closesAt())));
        for (var revision : since) {
            words.add(revised(revision));
        }
        words.add(standing());
        return words;
    }

    private String opening() {
        var asked = WALL.format(task.startsLocal());
        return switch (task.shifted()) {
            case "gap" ->
                "It was to open %s in %s, a time that a clock change left out; it opens at the first moment after, %s."
                        .formatted(asked, zone, at(task.opensAt()));
            case "overlap" ->
                "It opens %s in %s, a time that a clock change gives twice; the first of the two counts."
                        .formatted(asked, zone);
            default -> "It opens %s in %s.".formatted(asked, zone);
        };
    }

    private String revised(ScheduleRevisionView revision) {
        var when = at(revision.madeAt());
        return switch (revision.why()) {
            case ASSIGNED -> "It was assigned " + when + ".";
            case CHANGED -> "The schedule was changed " + when + ".";
            case ZONE_CHANGED ->
                "The client's time zone became %s %s."
                        .formatted(revision.schedule().timeZone(), when);
            case APPOINTMENT_MOVED -> "The appointment that it hangs on was moved " + when + ".";
            case TOO_MUCH -> "The client said that it was too much " + when + ", and the dose was lowered.";
            case PROGRAM_MOVED -> "The program was moved " + when + ".";
        };
    }

    private String standing() {
        return switch (because()) {
            case OPENS_LATER -> "It has not opened yet.";
            case OPEN -> "It is open now.";
            case PAST_DUE -> "It is past due, and still open.";
            case KEPT_OPEN_BY_ACTIVITY -> "Its window is over, and it stays open because it was begun.";
            case ASSIGNMENT_PAUSED -> "The assignment is paused.";
            case DONE -> "It is done.";
            case DONE_LATE -> "It was done after it had closed, and is marked late.";
            case CLOSED_WITHOUT_ANSWER -> "It closed without an answer.";
            case SKIPPED -> "It was skipped.";
            case ASSIGNMENT_ENDED -> "The assignment ended.";
            case SCHEDULE_REVISED ->
                "It had not opened when the schedule changed, so that it was withdrawn; the new schedule made its own.";
            case WEEKLY_CAP -> "It was withdrawn because the client's week was full.";
            case CLOSED_WHILE_PAUSED -> "It closed while the assignment was paused, so that it was not missed.";
            case PROGRAM_MOVED -> "It was withdrawn when the program was moved.";
        };
    }

    private String at(Instant instant) {
        return WALL.format(ZonedDateTime.ofInstant(instant, zone));
    }
}
