package dev.kith.demo;

import dev.kith.demo.History.Course;
import dev.kith.practice.MemberRole;
import dev.kith.security.Caller;
import dev.kith.tenancy.Practices;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The practice to try things in: somebody improves, somebody gets worse, somebody needs an answer today. */
@ApplicationScoped
class Willow {
    private static final Course IMPROVING = new Course(
            List.of(19, 18, 18, 16, 15, 15, 13, 12, 10, 9, 8, 7, 6),
            List.of(15, 14, 12, 11, 9, 7, 5),
            List.of(58, 51, 43, 36));
    private static final Course WORSENING = new Course(
            List.of(8, 7, 9, 9, 10, 11, 11, 13, 12, 14, 15, 16, 17),
            List.of(6, 7, 8, 9, 11, 12, 13),
            List.of(44, 47, 49, 55));
    private static final Course STEADY = new Course(
            List.of(13, 14, 12, 13, 13, 15, 14, 13, 12, 13, 14, 13, 14),
            List.of(10, 11, 10, 9, 10, 11, 10),
            List.of(52, 50, 53, 51));
    private static final Course YOURS = new Course(
            List.of(17, 17, 16, 16, 15, 14, 15, 13, 13, 12, 11, 11, 10),
            List.of(13, 13, 12, 11, 10, 10, 8),
            List.of(56, 54, 47, 45));

    @Inject
    Practices practices;

    @Inject
    Casting casting;

    @Inject
    History history;

    @Inject
    Practising practising;

    void make() {
        var practice = Ids.next();
        var caller = Caller.system(practice);
        practices.within(practice, () -> {
            casting.found(caller, "Willow", "Ada Willow", "admin@willow.example");
            var supervisor = casting.member(caller, "Sol Arden", "supervisor@willow.example", MemberRole.SUPERVISOR);
            var clinician = casting.member(caller, "Cleo Marsh", "clinician@willow.example", MemberRole.CLINICIAN);
            var second = casting.supervised(caller, "Noor Field", "clinician2@willow.example", supervisor);
            casting.connect(caller, "willow-integration", "Willow front desk");
            firstCaseload(caller, clinician);
            secondCaseload(caller, second);
            return practice;
        });
    }

    private void firstCaseload(Caller caller, UUID clinician) throws SQLException {
        var client = casting.client(caller, "Robin Hale", "client@willow.example", clinician);
        casting.letSignIn(client, "client@willow.example");
        history.write(caller, client, YOURS);
        var improving = casting.client(caller, "Ines Calder", "ines@mail.example", clinician);
        history.write(caller, improving, IMPROVING);
        practising.often(caller, improving, "slow-breath");
        practising.eachEvening(caller, improving, "evening-journal");
        var worsening = casting.client(caller, "Jonah Price", "jonah@mail.example", clinician);
        history.write(caller, worsening, WORSENING);
        practising.often(caller, worsening, "grounding-five-senses");
        var critical = casting.client(caller, "Tess Amari", "tess@mail.example", clinician);
        history.write(caller, critical, STEADY);
        history.writeCritical(caller, critical, 18, 2);
    }

    private void secondCaseload(Caller caller, UUID clinician) throws SQLException {
        history.write(caller, casting.client(caller, "Luca Brandt", "luca@mail.example", clinician), STEADY);
        history.write(caller, casting.client(caller, "Mina Okafor", "mina@mail.example", clinician), IMPROVING);
    }
}
