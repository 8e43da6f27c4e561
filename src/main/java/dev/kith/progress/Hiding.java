package dev.kith.progress;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientTurns;
import dev.kith.etag.Etags;
import dev.kith.outbox.Outbox;
import dev.kith.problem.ProblemException;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.response.HiddenScores;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Chooses which scores a client hears from a person rather than from their app. The care team always sees all. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Hiding {
    @Inject
    ClientDirectory clients;

    @Inject
    ClientTurns turns;

    @Inject
    HiddenScores scores;

    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    ProgressVisibilityView read(Caller caller, UUID clientId) throws SQLException {
        clients.requireCaredForBy(caller, clientId);
        audit.read(caller, "progress-visibility.read", "client", clientId, clientId);
        var hidden = scores.of(clientId);
        return new ProgressVisibilityView(hidden.questionnaires(), hidden.version());
    }

    ProgressVisibilityView write(Caller caller, UUID clientId, HideScores request, @Nullable String ifMatch)
            throws SQLException {
        turns.take(clientId);
        clients.requireCaredForBy(caller, clientId).requireActive();
        var before = scores.of(clientId);
        Etags.require(ifMatch, before.version());
        var after = new ProgressVisibilityView(List.copyOf(chosen(request)), before.version() + 1);
        scores.put(clientId, after.hidden(), caller.id(), clock.instant(), after.version());
        outbox.put("progress-visibility.changed", clientId, clientId, Map.of());
        audit.wrote(caller, "progress-visibility.changed", "client", clientId, clientId);
        return after;
    }

    private TreeSet<String> chosen(HideScores request) {
        var chosen = new TreeSet<String>();
        for (var i = 0; i < request.hidden().size(); i++) {
            var key = request.hidden().get(i);
            if (questionnaires.versionsOf(key).isEmpty()) {
                throw ProblemException.invalid(
                        "/hidden/" + i, "unknown-questionnaire", "No questionnaire of this key.");
            }
            if (!chosen.add(key)) {
                throw ProblemException.invalid("/hidden/" + i, "twice", "Name each questionnaire once.");
            }
        }
        return chosen;
    }
}
