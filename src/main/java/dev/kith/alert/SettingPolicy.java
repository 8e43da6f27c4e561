package dev.kith.alert;

import dev.kith.audit.Audit;
import dev.kith.escalation.Pace;
import dev.kith.etag.Etags;
import dev.kith.idempotency.Turns;
import dev.kith.mail.Postbox;
import dev.kith.outbox.Outbox;
import dev.kith.practice.MemberDirectory;
import dev.kith.problem.Problem;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.security.Roles;
import dev.kith.time.RealTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says by which rules alerts go on. What is due already stays due: new rules count from the next step of each alert. */
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
class SettingPolicy {
    @Inject
    AlertPolicies policies;

    @Inject
    MemberDirectory members;

    @Inject
    Postbox postbox;

    @Inject
    Turns turns;

    @Inject
    Audit audit;

    @Inject
    Outbox outbox;

    @Inject
    @RealTime
    Clock clock;

    AlertPolicyView read() throws SQLException {
        return AlertPolicyView.of(policies.current(), postbox.isOpen());
    }

    AlertPolicyView write(Caller caller, WriteAlertPolicy request, @Nullable String ifMatch) throws SQLException {
        var paces = paces(request);
        requireClinical(request.onCall());
        turns.take(caller, "alert policy");
        var before = policies.current();
        Etags.require(ifMatch, before.version());
        var policy =
                new AlertPolicy(paces, request.onCall(), request.stopRule(), request.signInUrl(), before.version() + 1);
        if (before.version() > 0 && policy.saysTheSameAs(before)) {
            return AlertPolicyView.of(before, postbox.isOpen());
        }
        policies.put(policy, caller.id(), clock.instant());
        outbox.put("alert-policy.changed", caller.practice(), null, Map.of());
        audit.wrote(caller, "alert-policy.changed", "practice", caller.practice(), null);
        return AlertPolicyView.of(policy, postbox.isOpen());
    }

    private static Map<AlertSeverity, Pace> paces(WriteAlertPolicy request) {
        var critical = request.critical().read(AlertSeverity.CRITICAL);
        var warning = request.warning().read(AlertSeverity.WARNING);
        var notice = request.notice().read(AlertSeverity.NOTICE);
        requireNotSlower(critical, warning, "/critical/acknowledgeWithin");
        requireNotSlower(warning, notice, "/warning/acknowledgeWithin");
        return Map.of(AlertSeverity.CRITICAL, critical, AlertSeverity.WARNING, warning, AlertSeverity.NOTICE, notice);
    }

    private static void requireNotSlower(Pace graver, Pace lighter, String at) {
        if (graver.acknowledgeWithin().compareTo(lighter.acknowledgeWithin()) > 0) {
            throw ProblemException.invalid(at, "slower", "What matters more is not to wait longer.");
        }
    }

    private void requireClinical(List<UUID> onCall) {
        var known = members.all(onCall);
        var seen = new HashSet<UUID>();
        var faults = new ArrayList<Problem.Fault>();
        for (var i = 0; i < onCall.size(); i++) {
            var member = known.get(onCall.get(i));
            if (member == null
                    || member.disabled()
                    || !(member.roles().contains(Roles.CLINICIAN)
                            || member.roles().contains(Roles.SUPERVISOR))) {
                faults.add(new Problem.Fault(
                        "/onCall/" + i, "not-clinical", "No clinician or supervisor who may sign in has this id."));
            } else if (!seen.add(member.id())) {
                faults.add(new Problem.Fault("/onCall/" + i, "twice", "They are on the list already."));
            }
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }
}
