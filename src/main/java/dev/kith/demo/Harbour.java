package dev.kith.demo;

import dev.kith.demo.History.Course;
import dev.kith.practice.MemberRole;
import dev.kith.security.Caller;
import dev.kith.tenancy.Practices;
import dev.kith.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The practice next door, to see that it sees nothing. */
@ApplicationScoped
class Harbour {
    private static final Course SHORT = new Course(List.of(12, 11, 9), List.of(9, 8), List.of(40));

    @Inject
    Practices practices;

    @Inject
    Casting casting;

    @Inject
    History history;

    void make() {
        var practice = Ids.next();
        var caller = Caller.system(practice);
        practices.within(practice, () -> {
            casting.found(caller, "Harbour", "Hal Quay", "admin@harbour.example");
            var clinician = casting.member(caller, "Dara Quay", "clinician@harbour.example", MemberRole.CLINICIAN);
            var client = casting.client(caller, "Pat Lindqvist", "client@harbour.example", clinician);
            casting.letSignIn(client, "client@harbour.example");
            history.write(caller, client, SHORT);
            return practice;
        });
    }
}
