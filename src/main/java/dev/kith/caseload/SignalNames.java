package dev.kith.caseload;

import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.signal.SignalDirectory.KnownSignal;
import dev.kith.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a signal says in a few words, and of what. */
@ApplicationScoped
class SignalNames {
    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    ExerciseCatalogue exercises;

    /** @param wanted an Accept-Language value, for titles */
    String of(KnownSignal signal, Words words, @Nullable String wanted) {
        var says = words.say("signal." + signal.rule().code());
        return title(signal.questionnaire(), signal.exercise(), wanted)
                .map(title -> words.say("brief.signal.about", says, title))
                .orElse(says);
    }

    /** Of a questionnaire or an exercise, whichever is named; none of neither. */
    Optional<String> title(@Nullable String questionnaire, @Nullable String exercise, @Nullable String wanted) {
        return questionnaire != null
                ? questionnaires.findCurrent(questionnaire).map(one -> one.title(wanted))
                : Optional.ofNullable(exercise).flatMap(exercises::findCurrent).map(one -> one.title(wanted));
    }
}
