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

/** Clients of the practice, and who may open which. What a caller may not open answers as if it were not there. */
@ApplicationScoped
class Clients implements PanacheRepositoryBase<Client, UUID> {
    private static final String CARED_FOR = """
            select c.* from client c
            where c.practice_id = kith_practice() and c.id = :client
              and exists (select 1 from kith_caseload(:member, :at) k where k.client_id = :client)
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
