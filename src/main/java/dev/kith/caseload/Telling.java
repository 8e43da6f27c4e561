package dev.kith.caseload;

import dev.kith.client.ClientRecord;
import dev.kith.exercise.ExerciseCatalogue;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For whom a brief is written, and of what time.
 *
 * @param wanted an Accept-Language value
 */
record Telling(
        ClientRecord client,
        Instant since,
        Instant now,
        Words words,
        @Nullable String wanted) {

    /** Where the client lives. */
    LocalDate day(Instant at) {
        return at.atZone(client.timeZone()).toLocalDate();
    }

    String say(String code, Object... arguments) {
        return words.say(code, arguments);
    }

    /** Whether it was then, or reached us then: what an app sends late nobody knew in the session before. */
    boolean isNew(Instant at, Instant heardAt) {
        return !at.isBefore(since) || !heardAt.isBefore(since);
    }

    /** What given work is called. */
    String title(Titled work, QuestionnaireCatalogue questionnaires, ExerciseCatalogue exercises) {
        return work.questionnaire()
                ? questionnaires
                        .require(work.owner(), work.key(), work.version())
                        .title(wanted)
                : exercises.require(work.owner(), work.key(), work.version()).title(wanted);
    }

    /** A version of something that has a title. */
    record Titled(boolean questionnaire, UUID owner, String key, int version) {}
}
