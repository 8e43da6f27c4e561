package dev.kith.client;

import dev.kith.paging.Cursor;
import dev.kith.security.Caller;
import dev.kith.security.Roles;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lists clients: one query, narrowed to the caller's caseload by the database's own rule. */
@ApplicationScoped
class ClientList {
    private static final String EVERYBODY = "select c.* from client c where c.practice_id = kith_practice()";
    private static final String CASELOAD = " and c.id in (select client_id from kith_caseload(:member, :at))";
    private static final String SEARCH =
            " and (lower(c.display_name) like :q or lower(c.email) like :q" + " or lower(c.external_id) like :q)";

    @Inject
    EntityManager entities;

    @Inject
    @RealTime
    Clock clock;

    /** Which clients are asked for; null asks for all. */
    record Which(
            @Nullable String q,
            @Nullable String externalId,
            @Nullable Boolean archived,
            ClientSort sort) {}

    /** One more than asked for. */
    List<Client> page(Caller caller, Which which, @Nullable Cursor after, int limit) {
        var sql = new StringBuilder(EVERYBODY);
        var values = new HashMap<String, @Nullable Object>();
        if (!caller.isMachine() && !caller.is(Roles.ADMIN)) {
            sql.append(CASELOAD);
            values.put("member", caller.memberId());
            values.put("at", clock.instant());
        }
        if (which.q() != null) {
            sql.append(SEARCH);
            values.put("q", "%" + literally(which.q()) + "%");
        }
        if (which.externalId() != null) {
            sql.append(" and c.external_id = :externalId");
            values.put("externalId", which.externalId());
        }
        if (which.archived() != null) {
            sql.append(which.archived() ? " and c.archived_at is not null" : " and c.archived_at is null");
        }
        if (after != null) {
            sql.append(which.sort().further);
            values.put("id", after.uuid(0));
            if (which.sort() == ClientSort.NAME) {
                values.put("name", after.text(1));
            }
        }
        var query = entities.createNativeQuery(sql.append(which.sort().order).toString(), Client.class)
                .setMaxResults(limit + 1);
        values.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Client> found = query.getResultList();
        return found;
    }

    /** What people type is text, no pattern. */
    static String literally(String q) {
        return q.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }
}
