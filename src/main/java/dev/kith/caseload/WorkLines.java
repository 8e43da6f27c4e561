package dev.kith.caseload;

import static dev.kith.caseload.BriefView.values;

import dev.kith.caseload.BriefFacts.Over;
import dev.kith.caseload.BriefView.BriefLine;
import dev.kith.caseload.BriefView.BriefSource;
import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.log.LoggedWork;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was done of given work and what was not, and what came of it in numbers and codes. */
@ApplicationScoped
class WorkLines {
    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    ExerciseCatalogue exercises;

    /** One line an assignment. */
    List<BriefLine> done(List<Over> tasks, Telling telling) {
        return each(tasks, "completed").stream()
                .map(those -> {
                    var late = those.stream().filter(Over::late).count();
                    var done = telling.say("brief.work.done", title(those.get(0), telling), those.size());
                    return counted(
                            "work-done",
                            late == 0 ? done : done + " " + telling.say("brief.work.late", late),
                            those,
                            late == 0 ? null : late);
                })
                .toList();
    }

    /** One line a task that was skipped, with what stood in the way; one an assignment for what was missed. */
    List<BriefLine> notDone(List<Over> tasks, Telling telling) {
        var skipped = tasks.stream().filter(task -> task.was("skipped")).map(task -> skipped(task, telling));
        var missed = each(tasks, "missed").stream()
                .map(those -> counted(
                        "work-missed",
                        telling.say("brief.work.missed", title(those.get(0), telling), those.size()),
                        those,
                        null));
        return Stream.concat(skipped, missed).toList();
    }

    private BriefLine skipped(Over task, Telling telling) {
        return new BriefLine(
                "work-skipped",
                telling.say(
                        "brief.work.skipped",
                        title(task, telling),
                        telling.day(task.dueAt()),
                        telling.say("barrier." + task.barrier())),
                values("key", task.work().key(), "dueAt", task.dueAt(), "barrier", task.barrier()),
                BriefSource.of("task", task.id()));
    }

    private static BriefLine counted(String code, String text, List<Over> those, @Nullable Long late) {
        var first = those.get(0);
        return new BriefLine(
                code,
                text,
                values("key", first.work().key(), "times", those.size(), "late", late),
                BriefSource.of("assignment", first.assignment()));
    }

    private static List<List<Over>> each(List<Over> tasks, String how) {
        var byAssignment = new LinkedHashMap<UUID, List<Over>>();
        tasks.stream()
                .filter(task -> task.was(how))
                .forEach(task -> byAssignment
                        .computeIfAbsent(task.assignment(), one -> new ArrayList<>())
                        .add(task));
        return List.copyOf(byAssignment.values());
    }

    private String title(Over task, Telling telling) {
        return telling.title(task.work(), questionnaires, exercises);
    }

    /** Numbers and codes of each log; whose words may be read is for the log itself to say. */
    List<BriefLine> logs(List<LoggedWork> logs, Telling telling) {
        return logs.stream().map(log -> log(log, telling)).toList();
    }

    private BriefLine log(LoggedWork log, Telling telling) {
        var exercise = exercises.find(log.exercise(), log.version());
        var title = exercise.map(one -> one.title(telling.wanted())).orElse(log.exercise());
        var outcome = exercise.flatMap(one -> one.definition()
                .outcome()
                .flatMap(field -> field.option(String.valueOf(log.at("after." + field.code()))))
                .map(option -> option.label().in(one.languageFor(telling.wanted()))));
        var parts = new ArrayList<String>();
        parts.add(telling.say("brief.log.made", title, telling.day(log.authoredAt())));
        distress("brief.log.before", log.at("before.suds"), telling, parts);
        distress("brief.log.peak", log.at("after.suds-peak"), telling, parts);
        distress("brief.log.after", log.at("after.suds"), telling, parts);
        outcome.ifPresent(label -> parts.add(telling.say("brief.log.outcome", label)));
        if (log.stopRuleUsed()) {
            parts.add(telling.say("brief.log.stop-rule"));
        }
        return new BriefLine(
                "log-made",
                String.join(" ", parts),
                values(
                        "exercise", log.exercise(),
                        "at", log.authoredAt(),
                        "stopRuleUsed", log.stopRuleUsed(),
                        "facts", log.facts()),
                BriefSource.of("log", log.id()));
    }

    private static void distress(String code, @Nullable Object value, Telling telling, List<String> parts) {
        if (value instanceof Number number) {
            parts.add(telling.say(code, number));
        }
    }
}
