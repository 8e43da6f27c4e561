package dev.kith.client;

import dev.kith.paging.Cursor;
import dev.kith.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Places on care teams, past ones too. */
@ApplicationScoped
class CareTeam implements PanacheRepositoryBase<CareTeamMember, UUID> {
    private static final String LEADS = """
            select exists (
              select 1 from care_team_member t join member m on m.practice_id = t.practice_id and m.id = t.member_id
              where t.practice_id = kith_practice() and t.client_id = :client and t.role = 'primary'
                and t.from_on <= :today and (t.until_on is null or t.until_on > :today)
                and (m.id = :member or (m.supervisor_id = :member and :supervisor)))
            """;

    CareTeamMember require(UUID clientId, UUID id) {
        return findByIdOptional(id).filter(m -> m.clientId.equals(clientId)).orElseThrow(ProblemException::notFound);
    }

    /** Whether a member is primary on that day, or supervises who is. */
    boolean isLedBy(UUID clientId, @Nullable UUID memberId, boolean supervisor, LocalDate today) {
        return getEntityManager()
                .createNativeQuery(LEADS, Boolean.class)
                .setParameter("client", clientId)
                .setParameter("member", memberId)
                .setParameter("supervisor", supervisor)
                .setParameter("today", today)
                .getSingleResult()
                .equals(Boolean.TRUE);
    }

    List<CareTeamMember> ofMember(UUID clientId, UUID memberId) {
        return list("clientId = ?1 and memberId = ?2", clientId, memberId);
    }

    /** Who joined last comes first, one more than asked for. */
    List<CareTeamMember> page(UUID clientId, @Nullable Cursor after, int limit) {
        var query = after == null
                ? find("clientId = ?1 order by fromOn desc, id desc", clientId)
                : find(
                        "clientId = ?1 and (fromOn < ?2 or (fromOn = ?2 and id < ?3)) order by fromOn desc, id desc",
                        clientId,
                        after.date(0),
                        after.uuid(1));
        return query.range(0, limit).list();
    }
}
