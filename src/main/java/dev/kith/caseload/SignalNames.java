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
        var about = signal.questionnaire() != null
                ? questionnaires.findCurrent(signal.questionnaire()).map(one -> one.title(wanted))
                : Optional.ofNullable(signal.exercise())
                        .flatMap(exercises::findCurrent)
                        .map(one -> one.title(wanted));
        return about.map(title -> words.say("brief.signal.about", says, title)).orElse(says);
    }
}
