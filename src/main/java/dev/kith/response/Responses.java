package dev.kith.response;

import dev.kith.paging.Cursor;
import dev.kith.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Responses of the practice. */
@ApplicationScoped
class Responses implements PanacheRepositoryBase<Response, UUID> {
    Response require(UUID id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    /** What a client's app has sent since then that no task was closed by. */
    long unplannedSince(UUID sender, Instant from) {
        return count("enteredBy = ?1 and receivedAt >= ?2 and taskId is null", sender, from);
    }

    /** Newest first, one more than asked for. */
    List<Response> pageOf(UUID clientId, @Nullable String questionnaire, @Nullable Cursor after, int limit) {
        var of = questionnaire == null ? "clientId = ?1 and ?2 is null" : "clientId = ?1 and questionnaireKey = ?2";
        var query = after == null
                ? find(of + " order by authoredAt desc, id desc", clientId, questionnaire)
                : find(
                        of + " and (authoredAt, id) < (?3, ?4) order by authoredAt desc, id desc",
                        clientId,
                        questionnaire,
                        after.instant(0),
                        after.uuid(1));
        return query.range(0, limit).list();
    }

    /** Complete ones, the oldest first. */
    List<Response> complete(
            UUID clientId, @Nullable String questionnaire, ResponsePlace after, Instant before, int limit) {
        return find(
                        "clientId = ?1 and state in ('completed', 'amended') and (authoredAt, id) > (?2, ?3) and authoredAt < ?4"
                                + " and (?5 is null or questionnaireKey = ?5) order by authoredAt, id",
                        clientId,
                        after.at(),
                        after.id(),
                        before,
                        questionnaire)
                .range(0, limit - 1)
                .list();
    }
}
