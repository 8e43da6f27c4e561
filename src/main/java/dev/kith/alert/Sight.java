package dev.kith.alert;

import dev.kith.security.Caller;
import dev.kith.security.Roles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/**
 * Which alerts a caller may see, as a condition on {@code alert a}: those about care go to whoever has the client on their
 * caseload, those about access to admins, all to practice software. Besides, an alert is seen by its owner, and by whoever it
 * went on to: as long as it is not resolved, or they dealt with it, and did not leave it behind since. That opens the alert, and
 * nothing else of the client's.
 */
record Sight(String condition, Map<String, Object> values) {
    private static final String CARED_FOR =
            "(a.kind <> 'access' and a.client_id in (select k.client_id from kith_caseload(:member, :at) k))";
    private static final String OWNED = "a.owner_id = :member";
    private static final String UNTIL_DEALT_WITH =
            "(a.state <> 'resolved' or a.acknowledged_by = :account or a.resolved_by = :account)";
    private static final String GONE_ON_TO = "(" + UNTIL_DEALT_WITH + """
         and exists (
          select from alert_telling t
          where t.practice_id = a.practice_id and t.alert_id = a.id and t.member_id = :member
            and not exists (
              select from alert_step s
              where s.practice_id = t.practice_id and s.alert_id = t.alert_id and s.number > t.number
                and s.what = 'reassigned' and s.by_kind = 'system' and s.about_id = :member)))
        """;

    /** Of news: whom it went on to hears how it ended, too; news are ids and states only. */
    static Sight ofNews(Caller caller, Instant at) {
        var sight = of(caller, at);
        var values = new HashMap<>(sight.values());
        values.remove("account");
        return new Sight(sight.condition().replace(UNTIL_DEALT_WITH, "true"), values);
    }

    /**
     * Of this caller.
     *
     * @param at real time
     */
    static Sight of(Caller caller, Instant at) {
        if (caller.isMachine()) {
            return new Sight("true", Map.of());
        }
        var member = caller.memberId();
        if (member == null) {
            return new Sight("false", Map.of());
        }
        var values = new HashMap<String, Object>(Map.of("member", member, "account", caller.id()));
        var ways = new ArrayList<String>();
        ways.add(OWNED);
        ways.add(GONE_ON_TO);
        if (caller.is(Roles.CLINICIAN) || caller.is(Roles.SUPERVISOR)) {
            ways.add(CARED_FOR);
            values.put("at", at);
        }
        if (caller.is(Roles.ADMIN)) {
            ways.add("a.kind = 'access'");
        }
        return new Sight("(" + String.join(" or ", ways) + ")", values);
    }
}
