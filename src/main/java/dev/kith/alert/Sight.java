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
    /** By the day of the practice's wall calendar, as places are. Who was told for another reason than the team is told still. */
    private static final String LEFT_BEHIND = """
        exists (
          select from alert_step s
          where s.practice_id = t.practice_id and s.alert_id = t.alert_id and s.number > t.number
            and s.what = 'reassigned' and s.by_kind = 'system' and s.about_id = :member)
        or exists (
          select from alert_step s
          join practice p on p.id = s.practice_id
          join care_team_member c on c.practice_id = s.practice_id and c.client_id = a.client_id and c.member_id = :member
          where s.practice_id = t.practice_id and s.alert_id = t.alert_id and s.number = t.number
            and coalesce(s.rung, 'owner') in ('owner', 'team', 'supervisors')
            and c.until_on <= cast(cast(:at as timestamptz) at time zone p.time_zone as date)
            and c.until_on >= cast(s.at at time zone p.time_zone as date))
        """;

    private static final String GONE_ON_TO = "(" + UNTIL_DEALT_WITH + " " + """
         and exists (
          select from alert_telling t
          where t.practice_id = a.practice_id and t.alert_id = a.id and t.member_id = :member
            and not ( """ + LEFT_BEHIND + ")))";

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
        var values = new HashMap<String, Object>(Map.of("member", member, "account", caller.id(), "at", at));
        var ways = new ArrayList<String>();
        ways.add(OWNED);
        ways.add(GONE_ON_TO);
        if (caller.is(Roles.CLINICIAN) || caller.is(Roles.SUPERVISOR)) {
            ways.add(CARED_FOR);
        }
        if (caller.is(Roles.ADMIN)) {
            ways.add("a.kind = 'access'");
        }
        return new Sight("(" + String.join(" or ", ways) + ")", values);
    }
}
