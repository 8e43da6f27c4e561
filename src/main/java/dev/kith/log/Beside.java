package dev.kith.log;

import dev.kith.client.ClientRecord;
import dev.kith.exercise.LogValues;
import dev.kith.exercise.PublishedExercise;
import dev.kith.log.LoggingLate.Kept;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client completed twice under one id, on two devices that did not know of each other. The first to come stands; what differs is
 * kept beside it, as a log of its own to no task, under an id that follows from both. Its words are shared as was said with them, and
 * no wider than was said of that place since.
 */
@ApplicationScoped
class Beside {
    @Inject
    Logs logs;

    @Inject
    RevisionBook revisions;

    @Inject
    ValuesJson json;

    @Inject
    Unplanned unplanned;

    @Inject
    BehindClosedGate behindClosedGate;

    @Inject
    Recording recording;

    @Inject
    Rendering rendering;

    @Inject
    Clock clock;

    /** Whether it says this, or said it before it was corrected: then it was sent again, and is no other. Who may read it is another thing. */
    boolean hasSaid(Log stands, PutLog request, LogValues values, PublishedExercise exercise) throws SQLException {
        if (!Objects.equals(request.rung(), stands.rungId)) {
            return false;
        }
        var definition = exercise.definition();
        return says(json.read(definition, stands), stands.stopRuleUsed, request, values)
                || revisions.of(stands.id).stream()
                        .anyMatch(earlier -> says(
                                json.read(definition, earlier.before(), earlier.during(), earlier.after()),
                                earlier.stopRuleUsed(),
                                request,
                                values));
    }

    private static boolean says(LogValues there, @Nullable Boolean stopped, PutLog request, LogValues values) {
        return Objects.equals(stopped, request.stopRuleUsed())
                && Words.asOne(values).equals(Words.asOne(there));
    }

    /**
     * Once, however often it is sent.
     *
     * @param stands held, so that whoever takes words back now finds the new one too, or has been heard
     */
    Kept keep(
            Caller caller,
            ClientRecord client,
            Log stands,
            PutLog request,
            PublishedExercise exercise,
            Instant authoredAt,
            @Nullable String acceptLanguage)
            throws SQLException {
        var values = LogFaults.require(exercise.definition(), request, LogValues.NONE);
        var id = id(stands, request, values);
        var kept = logs.findById(id);
        if (kept != null) {
            return new Kept(rendering.view(caller, kept), false, false, true, false);
        }
        unplanned.requireRoom(caller, client);
        var now = clock.instant();
        var log = Log.beside(id, stands, exercise, now);
        json.begin(log, json.choices(stands).noWiderThan(Words.sharing(values)));
        var language = Logging.language(exercise, request, null, acceptLanguage);
        var entry = new Recording.Entry(exercise, values, language, null, authoredAt, Honesty.saidAt(request, now));
        var view = recording.write(caller, log, request, entry);
        behindClosedGate.tell(caller, log, exercise);
        return new Kept(view, true, true, true, false);
    }

    private UUID id(Log stands, PutLog request, LogValues values) {
        var said = json.spell(Words.asOne(values));
        return Ids.of(String.join(
                " ",
                "beside log " + stands.id + " of " + stands.clientId + ":",
                said.before(),
                said.during(),
                said.after(),
                String.valueOf(request.stopRuleUsed()),
                String.valueOf(request.rung())));
    }
}
