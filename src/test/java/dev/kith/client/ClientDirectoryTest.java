package dev.kith.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.problem.ProblemException;
import dev.kith.security.Caller;
import dev.kith.tenancy.Practices;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClientDirectoryTest {
    @Inject
    People people;

    @Inject
    ClientDirectory clients;

    @Inject
    Practices practices;

    @Inject
    SessionFactory hibernate;

    Someone admin;
    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        admin = people.practice();
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
    }

    @Test
    void clinicalContentIsForThoseWhoCare() {
        opens(member(clinician, "clinician"));
        opens(themself());
        opens(Caller.system(admin.practice()));
        staysShut(member(people.clinician(admin.practice()), "clinician"));
    }

    @Test
    void anAdminKnowsAClientButOpensNoContent() {
        var caller = member(admin, "admin");
        staysShut(caller);
        var known = practices.within(admin.practice(), () -> clients.requireKnownTo(caller, client.id()));
        assertThat(known.displayName()).isEqualTo("Cleo Client");
    }

    @Test
    void anAdminWhoIsAClinicianTooOpensTheirOwnCaseloadOnly() {
        staysShut(member(admin, "admin", "clinician"));
        opens(member(clinician, "admin", "clinician"));
    }

    @Test
    void eachCheckIsOneStatement() {
        var statistics = hibernate.getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            for (var caller :
                    new Caller[] {member(clinician, "clinician"), themself(), Caller.system(admin.practice())}) {
                var statements = practices.within(admin.practice(), () -> {
                    var before = statistics.getPrepareStatementCount();
                    clients.requireCaredForBy(caller, client.id());
                    return statistics.getPrepareStatementCount() - before;
                });
                assertThat(statements).isEqualTo(1);
            }
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private void opens(Caller caller) {
        var record = practices.within(admin.practice(), () -> clients.requireCaredForBy(caller, client.id()));
        assertThat(record.id()).isEqualTo(client.id());
        assertThat(record.timeZone().getId()).isEqualTo("Europe/Berlin");
    }

    private void staysShut(Caller caller) {
        assertThatThrownBy(
                        () -> practices.within(admin.practice(), () -> clients.requireCaredForBy(caller, client.id())))
                .isInstanceOf(ProblemException.class);
    }

    private Caller themself() {
        return new Caller(
                admin.practice(),
                client.account(),
                Caller.Kind.CLIENT,
                null,
                client.id(),
                Set.of("client"),
                Set.of(),
                null,
                "");
    }

    private static Caller member(Someone who, String... roles) {
        return new Caller(
                who.practice(), who.account(), Caller.Kind.MEMBER, who.id(), null, Set.of(roles), Set.of(), null, "");
    }
}
