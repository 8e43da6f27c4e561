package dev.kith.demo;

import dev.kith.client.AddToCareTeam;
import dev.kith.client.AdmitClient;
import dev.kith.client.Admitting;
import dev.kith.client.CareTeamRole;
import dev.kith.client.Staffing;
import dev.kith.identity.Enrolling;
import dev.kith.practice.EmployMember;
import dev.kith.practice.Employing;
import dev.kith.practice.FoundPractice;
import dev.kith.practice.Founding;
import dev.kith.practice.MemberRole;
import dev.kith.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/** Gives the demo its people. Runs within the practice of the caller. */
@ApplicationScoped
class Casting {
    static final String ZONE = "Europe/Berlin";
    private static final int WEEKS_IN_CARE = 14;

    @Inject
    Founding founding;

    @Inject
    Employing employing;

    @Inject
    Admitting admitting;

    @Inject
    Staffing staffing;

    @Inject
    Enrolling enrolling;

    @Inject
    Clock clock;

    UUID found(Caller caller, String name, String adminName, String adminEmail) {
        var admin = new EmployMember(adminName, adminEmail, Set.of(MemberRole.ADMIN), null, null);
        var member = founding.found(caller, new FoundPractice(name, ZONE, "en", true, true, admin));
        enrolling.member(member.id(), adminEmail, Demo.PASSWORD);
        return member.id();
    }

    UUID member(Caller caller, String name, String email, MemberRole role) {
        var member = employing.employ(caller, new EmployMember(name, email, Set.of(role), null, null));
        enrolling.member(member.id(), email, Demo.PASSWORD);
        return member.id();
    }

    UUID supervised(Caller caller, String name, String email, UUID supervisor) {
        var member =
                employing.employ(caller, new EmployMember(name, email, Set.of(MemberRole.CLINICIAN), null, supervisor));
        enrolling.member(member.id(), email, Demo.PASSWORD);
        return member.id();
    }

    /** A client in care for fourteen weeks. */
    UUID client(Caller caller, String name, String email, UUID clinician) {
        var client = admitting.admit(caller, new AdmitClient(name, email, null, null, ZONE, "en", null));
        var from = LocalDate.ofInstant(clock.instant(), ZoneId.of(ZONE)).minusWeeks(WEEKS_IN_CARE);
        staffing.assign(caller, client.id(), new AddToCareTeam(clinician, CareTeamRole.PRIMARY, from, null));
        return client.id();
    }

    void letSignIn(UUID client, String email) {
        enrolling.client(client, email, Demo.PASSWORD);
    }

    void connect(Caller caller, String key, String name) {
        enrolling.integration(caller, key, name, Demo.PASSWORD);
    }
}
