package dev.kith.program;

import dev.kith.assignment.AskedDose;
import dev.kith.assignment.AskedSchedule;
import dev.kith.assignment.AssignWork;
import dev.kith.program.ProgramDefinition.Step;
import dev.kith.program.ProgramDefinition.StepDose;
import dev.kith.program.ProgramDefinition.StepSchedule;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a step into the work that is assigned, in the week that begins on a day, in the client's zone. */
final class StepWorks {
    private StepWorks() {}

    static AssignWork of(Step step, String key, LocalDate start) {
        var screener = step.type() == StepType.SCREENER;
        return new AssignWork(
                screener ? key : null,
                screener ? null : key,
                null,
                null,
                null,
                dose(step),
                schedule(step, start),
                null);
    }

    private static @Nullable AskedDose dose(Step step) {
        var dose = step.dose();
        return dose == null
                ? null
                : new AskedDose(dose.times(), dose.per() == StepDose.Per.DAY ? AskedDose.Per.DAY : AskedDose.Per.WEEK);
    }

    private static AskedSchedule schedule(Step step, LocalDate start) {
        var days = step.schedule();
        if (days != null) {
            return onDays(days, start);
        }
        var daily = step.dose() != null && step.dose().per() == StepDose.Per.DAY;
        return asked(start.toString(), List.of(), null, daily ? start.plusDays(6) : null);
    }

    private static AskedSchedule onDays(StepSchedule schedule, LocalDate start) {
        var at = schedule.at() == null ? LocalTime.MIDNIGHT : LocalTime.parse(schedule.at());
        var starts = schedule.days().stream()
                .map(day -> start.plusDays(day - 1L).atTime(at).toString())
                .toList();
        var opensFor = schedule.opensFor() == null ? "P1D" : schedule.opensFor();
        return asked(starts.get(0), starts.subList(1, starts.size()), opensFor, null);
    }

    private static AskedSchedule asked(
            String start, List<String> more, @Nullable String opensFor, @Nullable LocalDate endsOn) {
        return new AskedSchedule(
                start, null, null, more.isEmpty() ? null : more, null, null, opensFor, null, null, null, endsOn, null);
    }
}
