package dev.kith.assignment;

import dev.kith.assignment.TaskExplanation.Because;
import dev.kith.recurrence.Span;
import dev.kith.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in words and in one code why a task stands where it stands. */
final class Reasons {
    private final ToDo.Row task;
    private final ScheduleView schedule;
    private final ZoneId zone;
    private final Instant now;
    private final Words words;
    private final List<String> closedGates;

    /** @param closedGates why it cannot be done now, in the words of the gates that are closed */
    Reasons(ToDo.Row task, ScheduleView schedule, List<String> closedGates, Instant now, Words words) {
        this.task = task;
        this.closedGates = closedGates;
        this.schedule = schedule;
        this.zone = ZoneId.of(task.timeZone());
        this.now = now;
        this.words = words;
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
        if (!closedGates.isEmpty()) { // which pauses the work, too
            return Because.GATE_CLOSED;
        }
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

    List<String> told(List<ScheduleRevisionView> since) {
        var told = new ArrayList<String>();
        told.add(words.say("task.given", schedule.engine().explained().phrase()));
        hangsOn().ifPresent(told::add);
        told.add(opening());
        told.add(words.say("task.due", at(task.dueAt()), at(task.closesAt())));
        for (var revision : since) {
            told.add(words.say(
                    "task.since." + code(revision.why()),
                    at(revision.madeAt()),
                    revision.schedule().timeZone()));
        }
        told.add(standing());
        if (because() == Because.GATE_CLOSED) {
            told.addAll(closedGates);
        }
        if (task.snoozedUntil() != null && task.state(now) == TaskState.OPEN && now.isBefore(task.snoozedUntil())) {
            told.add(words.say("task.snoozed", at(task.snoozedUntil())));
        }
        return told;
    }

    /** What the start of its schedule hangs on, and how far from it. */
    private Optional<String> hangsOn() {
        var anchor = schedule.anchor();
        if (anchor == null) {
            return Optional.empty();
        }
        var ofEnrollment = anchor.enrollment() != null;
        var offset = anchor.offset();
        if (offset == null) {
            return Optional.of(words.say(ofEnrollment ? "task.hangs-on.enrollment" : "task.hangs-on.appointment"));
        }
        if (offset.startsWith("-")) {
            return Optional.of(words.say(
                    ofEnrollment ? "task.hangs-on.before-enrollment" : "task.hangs-on.before-appointment",
                    Span.parse(offset.substring(1)).phrases()));
        }
        return Optional.of(words.say(
                ofEnrollment ? "task.hangs-on.after-enrollment" : "task.hangs-on.after-appointment",
                Span.parse(offset).phrases()));
    }

    private String opening() {
        return words.say("task.opens." + task.shifted(), task.startsLocal(), zone.getId(), at(task.opensAt()));
    }

    private String standing() {
        var because = because();
        return because == Because.SKIPPED && task.barrier() != null
                ? words.say("task.skipped-for", words.say("barrier." + task.barrier()))
                : words.say("task.because." + code(because));
    }

    private ZonedDateTime at(Instant instant) {
        return ZonedDateTime.ofInstant(instant, zone);
    }

    private static String code(Enum<?> what) {
        return what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
