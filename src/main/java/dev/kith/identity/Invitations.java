package dev.kith.identity;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Invitations of the practice. */
@ApplicationScoped
class Invitations implements PanacheRepositoryBase<Invitation, UUID> {
    Optional<Invitation> byCode(String codeHash) {
        return find("codeHash", codeHash).firstResultOptional();
    }

    /** True for exactly one of any number of callers. */
    boolean accept(UUID id, Instant now) {
        return update(
                        "acceptedAt = ?1 where id = ?2 and acceptedAt is null and withdrawnAt is null and endsAt > ?1",
                        now,
                        id)
                == 1;
    }

    /** A new invitation takes the place of the earlier ones. */
    void withdrawAllOf(Invitation.Guest guest, Instant now) {
        var whose = guest.memberId() != null ? "memberId = ?2" : "clientId = ?2";
        var id = guest.memberId() != null ? guest.memberId() : guest.clientId();
        update("withdrawnAt = ?1 where " + whose + " and acceptedAt is null and withdrawnAt is null", now, id);
    }
}
