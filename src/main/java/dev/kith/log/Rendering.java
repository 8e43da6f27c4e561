package dev.kith.log;

import dev.kith.exercise.Derivations;
import dev.kith.exercise.ExerciseDefinition;
import dev.kith.exercise.ExerciseDefinition.When;
import dev.kith.exercise.LogValues;
import dev.kith.exercise.PublishedExercise;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns stored logs into what a reader is told. */
@ApplicationScoped
class Rendering {
    @Inject
    LogDirectory directory;

    @Inject
    ValuesJson json;

    @Inject
    Discretion discretion;

    LogView view(Caller caller, Log log) {
        return view(discretion.of(caller, log.clientId), log);
    }

    LogView view(Discretion.Reader reader, Log log) {
        var exercise = directory.exercise(log);
        return view(reader, log, exercise, json.read(exercise.definition(), log));
    }

    LogView view(Caller caller, Log log, PublishedExercise exercise, LogValues values) {
        return view(discretion.of(caller, log.clientId), log, exercise, values);
    }

    private LogView view(Discretion.Reader reader, Log log, PublishedExercise exercise, LogValues values) {
        var seen = reader.sees(log, values);
        var language = exercise.languageFor(log.language);
        return new LogView(
                log.id,
                log.state(),
                log.clientId,
                log.taskId,
                log.besideId,
                log.exerciseKey,
                log.exerciseVersion,
                exercise.title(language),
                exercise.label(language),
                log.revision,
                LogAuthor.of(log.author),
                log.enteredBy,
                log.startedAt,
                log.authoredAt,
                log.receivedAt,
                log.completedAt,
                log.late,
                log.timeZone,
                log.language,
                seen.before(),
                seen.during(),
                seen.after(),
                log.stopRuleUsed,
                log.rungId,
                log.rungCounted,
                derived(exercise.definition(), Derivations.ofOne(exercise.definition(), values), language),
                stopRules(exercise.definition(), values, language));
    }

    static List<LogDerivedView> derived(
            ExerciseDefinition definition, List<Derivations.Derived> made, String language) {
        return made.stream()
                .map(one -> new LogDerivedView(
                        one.code(), title(definition, one.code(), language), one.value(), one.reason()))
                .toList();
    }

    static String title(ExerciseDefinition definition, String measure, String language) {
        return definition.derived().stream()
                .filter(one -> one.code().equals(measure))
                .findFirst()
                .map(one -> one.title().in(language))
                .orElse(measure);
    }

    private static List<CalledStopRuleView> stopRules(
            ExerciseDefinition definition, LogValues values, String language) {
        return definition.stopRules().stream()
                .filter(rule -> calls(rule.when(), values))
                .map(rule -> new CalledStopRuleView(rule.code(), rule.text().in(language)))
                .toList();
    }

    private static boolean calls(@Nullable When when, LogValues values) {
        return when != null
                && values.at(when.field()) instanceof BigDecimal said
                && (when.atLeast() == null || said.compareTo(when.atLeast()) >= 0)
                && (when.atMost() == null || said.compareTo(when.atMost()) <= 0);
    }
}
