package dev.kith.client;

import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who is in care and whose record one may open, for other rooms; each check is one query. A list is kept to the caller's
 * caseload by the same rule: {@code client_id in (select client_id from kith_caseload(:memberId, :now))}.
 */
@ApplicationScoped
public class ClientDirectory {
    @Inject
    Clients clients;

    /**
     * A client whose clinical content the caller may see: the client themself; a clinician or supervisor on the care team
     * today; a supervisor of a member who is; who broke the glass within its time; practice software. Not an admin as such.
     *
     * @throws ProblemException 404 for everybody else
     */
    public ClientRecord requireCaredForBy(Caller caller, UUID clientId) {
        return ClientRecord.of(clients.requireCaredForBy(caller, clientId));
    }

    /**
     * Whom something is about that a caller sent, of which nothing has been checked yet.
     *
     * @param said the client that it names
     * @param stands the client of what it was sent to
     * @return empty when nobody can tell, or when the caller may not write about them
     */
    public Optional<UUID> findAddressed(Caller caller, @Nullable UUID said, Supplier<@Nullable UUID> stands) {
        var own = caller.clientId();
        if (own != null) {
            return said == null || own.equals(said) ? Optional.of(own) : Optional.empty();
        }
        var client = said == null ? stands.get() : said;
        try {
            return client == null
                    ? Optional.empty()
                    : Optional.of(requireCaredForBy(caller, client).id());
        } catch (ProblemException notTheirs) {
            return Optional.empty();
        }
    }

    /**
     * A client of whose being here the caller may know: those above, and admins.
     *
     * @throws ProblemException 404 for everybody else
     */
    public ClientRecord requireKnownTo(Caller caller, UUID clientId) {
        return ClientRecord.of(clients.requireKnownTo(caller, clientId));
    }

    /**
     * Any client of the practice: for jobs, which act for nobody.
     *
     * @throws ProblemException 404
     */
    public ClientRecord require(UUID clientId) {
        return ClientRecord.of(clients.require(clientId));
    }
}
