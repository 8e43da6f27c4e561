package dev.kith.response;

import dev.kith.client.ClientDirectory;
import dev.kith.definition.AnswerCheck;
import dev.kith.definition.Answers;
import dev.kith.definition.GivenAnswers;
import dev.kith.questionnaire.Published;
import dev.kith.response.SentTo.Address;
import dev.kith.safety.CrisisCard;
import dev.kith.scoring.AlertRule;
import dev.kith.scoring.AlertRules;
import dev.kith.scoring.Circumstances;
import dev.kith.security.Caller;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks at answers that were refused. Rules that look at drafts too, and critical ones, are told of what could be read: about the
 * response that stands, or about a draft that is kept of it where none does. Where the client's app has sent too much to keep more
 * today, one draft of each questionnaire stands for all that is heard, and its alert is opened again by each, once.
 */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class Hearing {
    @Inject
    SentTo sentTo;

    @Inject
    Responses responses;

    @Inject
    Rendering rendering;

    @Inject
    Recording recording;

    @Inject
    Beside beside;

    @Inject
    ClientDirectory clients;

    @Inject
    Unplanned unplanned;

    @Inject
    Clock clock;

    /**
     * What was heard.
     *
     * @param id of the response that stands, or of the draft to be kept
     * @param unseen of the rules that fired, those that do not fire for the same answers on what stands
     * @param oneOfMany there is no room for a draft of it: one draft stands for all such sendings of the day
     */
    private record Heard(
            Address address,
            UUID id,
            @Nullable Response stands,
            Answers answers,
            List<AlertRule> fired,
            List<AlertRule> unseen,
            boolean oneOfMany) {

        Published published() {
            return address.published();
        }
    }

    /** Where an app that was offline would have sent it. */
    record Place(UUID response, String questionnaire) {}

    /** Empty when nothing was heard that is not known. */
    Optional<Place> newsOf(Caller caller, RefusedAnswers sent) throws SQLException {
        var heard = heard(caller, sent);
        if (heard == null || heard.unseen().isEmpty() || heard.oneOfMany()) {
            return Optional.empty();
        }
        var stands = heard.stands();
        if (stands != null && stands.isComplete() && beside.hasSaid(stands, heard.published(), heard.answers())) {
            return Optional.empty();
        }
        return Optional.of(new Place(heard.id(), heard.published().key()));
    }

    /** Tells whoever must know; the card to show. Again, it changes nothing and gives the card again. */
    @Nullable
    CrisisCard tell(Caller caller, RefusedAnswers sent) throws SQLException {
        var heard = heard(caller, sent);
        if (heard == null || heard.fired().isEmpty()) {
            return null;
        }
        var stands = heard.stands() != null ? heard.stands() : drafted(caller, sent, heard);
        if (stands == null) {
            return null;
        }
        var given = Rendering.given(stands, heard.answers());
        var told = heard.oneOfMany()
                ? Evidence.heardOf(
                        sending(sent, heard.answers()),
                        Objects.requireNonNullElse(sent.response(), heard.id()),
                        heard.unseen(),
                        given)
                : Evidence.heard(heard.unseen(), given);
        return recording
                .heard(caller, stands, heard.published(), heard.fired(), told)
                .crisisCard();
    }

    /** As what could be read would have been kept, had it been sent so. Null when nobody can tell whose words these are. */
    private @Nullable Response drafted(Caller caller, RefusedAnswers sent, Heard heard) throws SQLException {
        if (sent.author() == null) {
            return null;
        }
        var now = clock.instant();
        var at = Objects.requireNonNullElse(sent.writtenAt(now), now);
        var origin =
                Origin.of(sent.author(), caller, sent, at, now, Submitting.language(heard.published(), sent, null));
        var task = heard.address().begins();
        var response = new Response(
                heard.id(), heard.address().client(), heard.published(), task == null ? null : task.id(), origin);
        response.wanting(WantedLanguages.said(caller, heard.published(), sent, null));
        recording.draft(caller, response, heard.published(), heard.answers(), task, at);
        return response;
    }

    private @Nullable Heard heard(Caller caller, RefusedAnswers sent) throws SQLException {
        var address = sentTo.of(caller, sent);
        if (address == null) {
            return null;
        }
        var answers = AnswerCheck.fitting(address.published().definition(), sent.answers());
        var id = id(address, sent, answers);
        var stands = address.stands() == null ? responses.findById(id) : address.stands(); // heard before, it stands
        var fired = fired(sent, address.published(), answers);
        var client = fired.isEmpty() || stands != null || address.begins() != null
                ? null
                : clients.require(address.client());
        if (client != null && !unplanned.hasRoom(caller, client)) {
            var one = Ids.of("heard of " + client.id() + " on " + unplanned.today(client) + ": "
                    + address.published().key());
            return new Heard(address, one, responses.findById(one), answers, fired, fired, true);
        }
        var unseen = unseen(fired, address.published(), answers, stands);
        return new Heard(address, id, stands, answers, fired, unseen, false);
    }

    /** Where none stands and no free one was sent, an id that the same sending finds again. */
    private UUID id(Address address, RefusedAnswers sent, Answers answers) {
        if (address.stands() != null) {
            return address.stands().id;
        }
        return address.free() != null
                ? address.free()
                : Ids.of("heard of " + address.client() + " at " + sent.task() + ": " + rendering.canonical(answers));
    }

    private String sending(RefusedAnswers sent, Answers answers) {
        return sent.response() == null
                ? rendering.canonical(answers)
                : sent.response().toString();
    }

    /** What only completed answers are looked at for waits until they are completed, unless somebody must act now. */
    private static List<AlertRule> fired(RefusedAnswers sent, Published published, Answers answers) {
        var given = GivenAnswers.of(answers, Circumstances.UNKNOWN);
        return sent.complete()
                ? AlertRules.firing(published.model(), given).stream()
                        .filter(rule -> rule.onDraft() || rule.severity() == AlertRule.Severity.CRITICAL)
                        .toList()
                : AlertRules.firingOnDraft(published.model(), given);
    }

    private List<AlertRule> unseen(
            List<AlertRule> fired, Published published, Answers answers, @Nullable Response stands) {
        if (stands == null || fired.isEmpty()) {
            return fired;
        }
        var standing = rendering.given(Standing.of(stands), published);
        var seen = stands.isComplete()
                ? AlertRules.firing(published.model(), standing)
                : AlertRules.firingOnDraft(published.model(), standing);
        var given = Rendering.given(stands, answers);
        return fired.stream()
                .filter(rule -> !seen.contains(rule) || !rule.evidence(given).equals(rule.evidence(standing)))
                .toList();
    }
}
