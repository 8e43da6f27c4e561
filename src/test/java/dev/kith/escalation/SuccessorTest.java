package dev.kith.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who looks after an alert when its owner goes. */
class SuccessorTest {
    private static final UUID LEAVER = new UUID(0, 1);
    private static final UUID CO = new UUID(0, 2);
    private static final UUID SUPERVISOR = new UUID(0, 3);
    private static final UUID ON_CALL = new UUID(0, 4);
    private static final UUID ADMIN = new UUID(0, 5);

    @Test
    void whoIsLeftOnTheTeamComesFirst() {
        var roster = Roster.ofCare(all(), List.of(new Place(CO, Place.Part.CO_CLINICIAN)), List.of(ON_CALL));
        assertThat(roster.successorOf(LEAVER, SUPERVISOR)).isEqualTo(CO);
    }

    @Test
    void thenWhoSupervisedThemThenTheOnCallListThenTheAdmins() {
        assertThat(Roster.ofCare(all(), List.of(), List.of(ON_CALL)).successorOf(LEAVER, SUPERVISOR))
                .isEqualTo(SUPERVISOR);
        assertThat(Roster.ofCare(all(), List.of(), List.of(ON_CALL)).successorOf(LEAVER, null))
                .isEqualTo(ON_CALL);
        assertThat(Roster.ofCare(all(), List.of(), List.of()).successorOf(LEAVER, null))
                .isEqualTo(ADMIN);
    }

    @Test
    void itIsNeverThemselvesAndTheirCoverWhereTheyWouldBeReached() {
        var colleagues = List.of(there(LEAVER), away(CO, LEAVER), there(ON_CALL));
        var roster = Roster.ofCare(colleagues, List.of(new Place(CO, Place.Part.PRIMARY)), List.of(LEAVER, ON_CALL));
        assertThat(roster.successorOf(LEAVER, null)).isEqualTo(ON_CALL);
        assertThat(Roster.ofCare(List.of(there(LEAVER)), List.of(), List.of(LEAVER))
                        .successorOf(LEAVER, null))
                .as("nobody else works")
                .isNull();
    }

    @Test
    void whatIsAboutAccessStaysWithAdmins() {
        assertThat(Roster.ofAccess(all()).successorOf(LEAVER, SUPERVISOR)).isEqualTo(ADMIN);
    }

    private static List<Colleague> all() {
        return List.of(
                there(LEAVER),
                there(CO),
                there(SUPERVISOR),
                there(ON_CALL),
                new Colleague(ADMIN, true, false, null, false, null));
    }

    private static Colleague there(UUID id) {
        return new Colleague(id, false, true, null, false, null);
    }

    private static Colleague away(UUID id, UUID cover) {
        return new Colleague(id, false, true, null, true, cover);
    }
}
