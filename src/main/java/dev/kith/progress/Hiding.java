package dev.kith.progress;

import static java.util.stream.Collectors.toMap;

import dev.kith.audit.Audit;
import dev.kith.client.ClientDirectory;
import dev.kith.client.ClientTurns;
import dev.kith.etag.Etags;
import dev.kith.outbox.Outbox;
import dev.kith.paging.Cursor;
import dev.kith.paging.Slice;
import dev.kith.progress.NamedKeys.Rule;
import dev.kith.questionnaire.QuestionnaireCatalogue;
import dev.kith.response.HiddenScores;
import dev.kith.response.HiddenScores.Hidden;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Chooses which scores a client hears from a person rather than from their app, or would rather not see. Both sides choose: what one of them hides is
 * hidden, and neither undoes what the other chose. The care team always sees all.
 */
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
    VisibilityStory story;

    @Inject
    QuestionnaireCatalogue questionnaires;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    ProgressVisibilityView read(Caller caller, UUID clientId) throws SQLException {
        var hidden = known(caller, clientId);
        return caller.isClient()
                ? ProgressVisibilityView.forClient(hidden)
                : ProgressVisibilityView.forCareTeam(hidden);
    }

    OwnVisibilityView own(Caller caller) throws SQLException {
        return OwnVisibilityView.of(known(caller, Objects.requireNonNull(caller.clientId())));
    }

    private Hidden known(Caller caller, UUID clientId) throws SQLException {
        clients.requireCaredForBy(caller, clientId);
        audit.read(caller, "progress-visibility.read", "client", clientId, clientId);
        return scores.of(clientId);
    }

    Slice<VisibilityChangeView> history(Caller caller, UUID clientId, @Nullable Cursor after, int limit)
            throws SQLException {
        clients.requireCaredForBy(caller, clientId);
        audit.read(caller, "progress-visibility.history-read", "client", clientId, clientId);
        return story.page(clientId, after, limit);
    }

    /** As the care team says it. */
    ProgressVisibilityView write(Caller caller, UUID clientId, HideScores request, @Nullable String ifMatch)
            throws SQLException {
        var before = toChange(caller, clientId);
        Etags.require(ifMatch, before.version());
        var named = new NamedKeys(questionnaires);
        var hidden = named.read("hidden", request.hidden());
        var how = request.howOrNone();
        named.read(
                "how",
                "/questionnaire",
                how.stream().map(HowHidden::questionnaire).toList(),
                new Rule(hidden::contains, "not-hidden", "Say how it was chosen of what is hidden."));
        for (var i = 0; i < how.size(); i++) {
            if (how.get(i).agreed() && how.get(i).reason() != null) {
                named.refuse("/how/" + i + "/reason", "agreed", "A reason is given where agreed is false.");
            }
        }
        named.requireSense();
        var at = now();
        var after = ScoreChoices.of(before.scores())
                .byCareTeam(
                        hidden,
                        how.stream().collect(toMap(HowHidden::questionnaire, Function.identity())),
                        caller.id(),
                        at);
        return ProgressVisibilityView.forCareTeam(change(caller, clientId, before, after, at));
    }

    /** As the client says it. */
    OwnVisibilityView choose(Caller caller, ChooseOwnScores request, @Nullable String ifMatch) throws SQLException {
        var clientId = Objects.requireNonNull(caller.clientId());
        var before = toChange(caller, clientId);
        Etags.requireTag(ifMatch, OwnVisibilityView.tag(clientId, before.version()));
        var choices = ScoreChoices.of(before.scores());
        var kept = new Rule(
                choices::isHiddenByCareTeam,
                "not-hidden",
                "The care team does not hide the scores of this questionnaire.");
        var named = new NamedKeys(questionnaires);
        var hidden = named.read("hidden", request.hidden());
        var agreed = named.read("agreed", request.agreedOrNone(), kept);
        var asked = named.read(
                "asked",
                request.askedOrNone(),
                kept,
                new Rule(key -> !agreed.contains(key), "also-agreed", "Say yes to it or ask to see it."),
                new Rule(key -> !hidden.contains(key), "also-hidden", "Hide it or ask to see it."));
        named.requireSense();
        var at = now();
        return OwnVisibilityView.of(change(caller, clientId, before, choices.byClient(hidden, asked, agreed, at), at));
    }

    private Hidden toChange(Caller caller, UUID clientId) throws SQLException {
        turns.take(clientId);
        clients.requireCaredForBy(caller, clientId).requireActive();
        return scores.of(clientId);
    }

    private Hidden change(Caller caller, UUID clientId, Hidden before, ScoreChoices after, Instant at)
            throws SQLException {
        if (after.all().equals(before.scores())) {
            return before; // said once more
        }
        var now = new Hidden(after.all(), before.version() + 1);
        var changes = after.since(ScoreChoices.of(before.scores()));
        scores.put(clientId, now.scores(), caller.id(), at, now.version());
        story.add(caller, clientId, now.version(), changes, at);
        tell(caller, clientId, "progress-visibility.changed");
        if (changes.stream().anyMatch(change -> change.what() == VisibilityWhat.ASKED)) {
            tell(caller, clientId, "progress-visibility.asked");
        }
        return now;
    }

    private void tell(Caller caller, UUID clientId, String what) {
        outbox.put(what, clientId, clientId, Map.of());
        audit.wrote(caller, what, "client", clientId, clientId);
    }

    /** As exact as the database keeps it, so that the reply says what a reader will be told. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
