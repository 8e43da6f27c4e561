package dev.kith.assignment;

import dev.kith.authoring.LicenceGate;
import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.exercise.PublishedExercise;
import dev.kith.practice.PracticeDirectory;
import dev.kith.practice.PracticeRecord;
import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Which version is given when somebody names a key, and whether it may be given to this client. */
@ApplicationScoped
class Giving {
    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    ExerciseCatalogue exercises;

    @Inject
    PracticeDirectory practice;

    @Inject
    Gates gates;

    /** The published version; 422 where nobody has one of this key, 409 where it may not be given. */
    Work work(Caller caller, UUID clientId, AssignWork request) throws SQLException {
        if (request.questionnaire() != null && request.exercise() == null) {
            return questionnaire(request.questionnaire(), practice.current());
        }
        if (request.exercise() != null && request.questionnaire() == null) {
            return exercise(caller, clientId, request.exercise(), request);
        }
        throw ProblemException.invalid("", "one-of", "Name a questionnaire or an exercise, and not both.");
    }

    private Work questionnaire(String key, PracticeRecord own) {
        var questionnaire = questionnaires.findCurrent(key).orElseThrow(() -> {
            if (!questionnaires.versionsOf(key).isEmpty()) {
                return ProblemException.conflict(
                        "questionnaire-retired", "It was retired; nobody is given it any more.");
            }
            return ProblemException.invalid(
                    "/questionnaire", "unknown-questionnaire", "No published questionnaire has this key.");
        });
        LicenceGate.requireGivable(questionnaire, own);
        return new Work(Work.Kind.QUESTIONNAIRE, questionnaire.owner(), questionnaire.key(), questionnaire.version());
    }

    /** The same, whatever gates say: for whoever looks at those itself, and has the practice's record. */
    Work givable(AssignWork request, PracticeRecord own) {
        if (request.questionnaire() != null) {
            return questionnaire(request.questionnaire(), own);
        }
        var exercise = givable(Objects.requireNonNull(request.exercise()), own);
        return new Work(Work.Kind.EXERCISE, exercise.owner(), exercise.key(), exercise.version());
    }

    private Work exercise(Caller caller, UUID clientId, String key, AssignWork request) throws SQLException {
        var exercise = givable(key, practice.current());
        var opened = request.opensGates() == null ? List.<String>of() : request.opensGates();
        gates.requireOpen(caller, clientId, exercise, opened, request.reason());
        return new Work(Work.Kind.EXERCISE, exercise.owner(), exercise.key(), exercise.version());
    }

    private PublishedExercise givable(String key, PracticeRecord own) {
        var exercise = exercises.findCurrent(key).orElseThrow(() -> {
            if (!exercises.versionsOf(key).isEmpty()) {
                return ProblemException.conflict("exercise-retired", "It was retired; nobody is given it any more.");
            }
            return ProblemException.invalid("/exercise", "unknown-exercise", "No published exercise has this key.");
        });
        ExerciseCatalogue.requireGivable(exercise, own);
        return exercise;
    }
}
