package dev.kith.client;

import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.security.Roles;
import dev.kith.time.RealTime;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.jpa.HibernateHints;

/** Clients of the practice, and who may open which. What a caller may not open answers as if it were not there. */
@ApplicationScoped
class Clients implements PanacheRepositoryBase<Client, UUID> {
    private static final String CARED_FOR = """
            select c.* from client c
            where c.practice_id = kith_practice() and c.id = :client
              and exists (select 1 from kith_caseload(:member, :at) k where k.client_id = :client)
            """;

    private static final String STAFFED = """
            select exists (
              select 1 from practice p
              join care_team_member t on t.practice_id = p.id
              join member m on m.practice_id = p.id and m.id = t.member_id and m.disabled_at is null
                and m.roles && array['clinician', 'supervisor']
              where p.id = kith_practice() and t.client_id = :client
                and t.from_on <= cast(cast(:at as timestamptz) at time zone p.time_zone as date)
                and (t.until_on is null or t.until_on > cast(cast(:at as timestamptz) at time zone p.time_zone as date)))
            """;

    @Inject
    @RealTime
    Clock clock;

    Client require(UUID id) {
        return findByIdOptional(id).orElseThrow(ProblemException::notFound);
    }

    Optional<Client> byExternalId(String externalId) {
        return find("externalId", externalId).firstResultOptional();
    }

    /** Says which tables it reads, so that rows waiting for others are not sent early because of it. */
    boolean isOnSomebodysCaseload(UUID id) {
        var found = getEntityManager()
                .createNativeQuery(STAFFED, Boolean.class)
                .setHint(HibernateHints.HINT_NATIVE_SPACES, new String[] {"care_team_member", "member"})
                .setParameter("client", id)
                .setParameter("at", clock.instant())
                .getSingleResult();
        return found.equals(Boolean.TRUE);
    }

    Client requireKnownTo(Caller caller, UUID id) {
        return caller.is(Roles.ADMIN) ? require(id) : requireCaredForBy(caller, id);
    }

    Client requireCaredForBy(Caller caller, UUID id) {
        if (caller.isMachine() || (caller.isClient() && id.equals(caller.clientId()))) {
            return require(id);
        }
        if (!caller.is(Roles.CLINICIAN) && !caller.is(Roles.SUPERVISOR)) {
            throw ProblemException.notFound();
        }
        List<Client> found = getEntityManager()
                .createNativeQuery(CARED_FOR, Client.class)
                .setParameter("client", id)
                .setParameter("member", caller.memberId())
                .setParameter("at", clock.instant())
                .getResultList();
        return found.stream().findFirst().orElseThrow(ProblemException::notFound);
    }
}
