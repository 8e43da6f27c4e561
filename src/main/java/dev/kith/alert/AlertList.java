package dev.kith.alert;

import dev.kith.paging.Cursor;
import dev.kith.security.Caller;
import dev.kith.security.Roles;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts a caller may see, in one query: those about answers go to whoever has the client on their caseload, those
 * about access to the admin, all to practice software that may read alerts.
 */
@ApplicationScoped
class AlertList {
    private static final String ON_CASELOAD =
            "(a.kind in ('answer', 'work') and a.client_id in (select client_id from kith_caseload(:member, :at)))";

    @Inject
    EntityManager entities;

    @Inject
    @RealTime
    Clock clock;

    /** Newest first, one more than asked for. */
    List<Alert> page(Caller caller, @Nullable AlertState state, @Nullable Cursor after, int limit) {
        var values = new HashMap<String, Object>();
        var sql = new StringBuilder("select a.* from alert a where a.practice_id = kith_practice() and ")
                .append(visible(caller, values));
        if (state != null) {
            sql.append(" and a.state = :state");
            values.put("state", state.code());
        }
        if (after != null) {
            sql.append(" and (a.raised_at, a.id) < (:raisedAt, :id)");
            values.put("raisedAt", after.instant(0));
            values.put("id", after.uuid(1));
        }
        sql.append(" order by a.raised_at desc, a.id desc");
        var query = entities.createNativeQuery(sql.toString(), Alert.class).setMaxResults(limit + 1);
        values.forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Alert> found = query.getResultList();
        return found;
    }

    private String visible(Caller caller, Map<String, Object> values) {
        if (caller.isMachine()) {
            return "true";
        }
        var ways = new ArrayList<String>();
        var member = caller.memberId();
        if (member != null && (caller.is(Roles.CLINICIAN) || caller.is(Roles.SUPERVISOR))) {
            ways.add(ON_CASELOAD);
            values.put("member", member);
            values.put("at", clock.instant());
        }
        if (caller.is(Roles.ADMIN)) {
            ways.add("a.kind = 'access'");
        }
        return ways.isEmpty() ? "false" : "(" + String.join(" or ", ways) + ")";
    }
}
