package dev.kith.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.escalation.Escalation.Step;
import dev.kith.escalation.Escalation.Told;
import dev.kith.escalation.Place.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whom an alert reaches, in a practice with everybody in it. */
class EscalationTest {
    private static final UUID PRIMARY = id(1);
    private static final UUID OTHER = id(2);
    private static final UUID COVER = id(3);
    private static final UUID SUPERVISOR = id(4);
    private static final UUID FIRST_ON_CALL = id(5);
    private static final UUID SECOND_ON_CALL = id(6);
    private static final UUID ADMIN = id(7);
    private static final List<UUID> ON_CALL = List.of(FIRST_ON_CALL, SECOND_ON_CALL);
    private static final List<Place> TEAM = List.of(
            new Place(OTHER, Part.CO_CLINICIAN), new Place(PRIMARY, Part.PRIMARY), new Place(COVER, Part.COVER));

    private final List<Colleague> people = new ArrayList<>(List.of(
            there(PRIMARY, SUPERVISOR),
            there(OTHER, null),
            there(COVER, null),
            there(SUPERVISOR, null),
            there(FIRST_ON_CALL, null),
            there(SECOND_ON_CALL, null),
            new Colleague(ADMIN, true, false, null, false, null)));

    @Test
    void itClimbsRungByRungAndThenTellsAllAgain() {
        var roster = Roster.ofCare(people, TEAM, ON_CALL);
        assertThat(roster.owner()).isEqualTo(PRIMARY);
        assertThat(climb(roster, 7))
                .containsExactly(
                        new Step(Rung.TEAM, List.of(COVER, OTHER), false),
                        new Step(Rung.SUPERVISORS, List.of(SUPERVISOR), false),
                        new Step(Rung.ON_CALL, List.of(FIRST_ON_CALL), false),
                        new Step(Rung.ON_CALL, List.of(SECOND_ON_CALL), false),
                        new Step(Rung.ADMINS, List.of(ADMIN), false),
                        new Step(Rung.ADMINS, List.of(PRIMARY, FIRST_ON_CALL, SECOND_ON_CALL, ADMIN), true),
                        new Step(Rung.ADMINS, List.of(PRIMARY, FIRST_ON_CALL, SECOND_ON_CALL, ADMIN), true));
    }

    @Test
    void whoStandsInOwnsIt() {
        away(PRIMARY, OTHER);
        assertThat(Roster.ofCare(people, TEAM, ON_CALL).owner()).isEqualTo(OTHER);
    }

    @Test
    void theCoverOfACoverWhoIsAwayTooOwnsIt() {
        away(PRIMARY, OTHER);
        away(OTHER, SUPERVISOR);
        assertThat(Roster.ofCare(people, TEAM, ON_CALL).owner()).isEqualTo(SUPERVISOR);
    }

    @Test
    void twoWhoStandInForEachOtherAndAreBothAwayArePassedOver() {
        away(PRIMARY, OTHER);
        away(OTHER, PRIMARY);
        assertThat(Roster.ofCare(people, TEAM, ON_CALL).owner()).isEqualTo(COVER);
    }

    @Test
    void whoIsAwayWithNobodyInTheirPlaceIsPassedOver() {
        away(PRIMARY, null);
        assertThat(Roster.ofCare(people, TEAM, ON_CALL).owner()).isEqualTo(COVER);
    }

    @Test
    void withoutACareTeamItIsTheOnCallLists() {
        assertThat(Roster.ofCare(people, List.of(), ON_CALL).owner()).isEqualTo(FIRST_ON_CALL);
        away(FIRST_ON_CALL, null);
        assertThat(Roster.ofCare(people, List.of(), ON_CALL).owner()).isEqualTo(SECOND_ON_CALL);
        assertThat(Roster.ofCare(people, List.of(), List.of()).owner()).isEqualTo(ADMIN);
    }

    @Test
    void whereEverybodyIsAwayAllAreTold() {
        for (var person : List.copyOf(people)) {
            away(person.id(), null);
        }
        var roster = Roster.ofCare(people, TEAM, ON_CALL);
        assertThat(roster.owner()).isEqualTo(PRIMARY);
        assertThat(climb(roster, 1).get(0).tell()).hasSize(7);
    }

    @Test
    void whoLeavesWhileItWaitsIsStoodInForAtTheFirstStep() {
        var told = new Told(PRIMARY, Rung.OWNER, Set.of(PRIMARY));
        away(PRIMARY, SUPERVISOR);
        assertThat(Escalation.next(Roster.ofCare(people, TEAM, ON_CALL), told))
                .isEqualTo(new Step(Rung.OWNER, List.of(SUPERVISOR), false));
    }

    @Test
    void whoeverWasNotToldAtTheRaisingIsToldFirst() {
        var told = new Told(PRIMARY, Rung.OWNER, Set.of());
        assertThat(Escalation.next(Roster.ofCare(people, TEAM, ON_CALL), told).tell())
                .containsExactly(PRIMARY);
    }

    @Test
    void whatIsAboutAccessIsTheAdminsBusinessOnly() {
        var roster = Roster.ofAccess(people);
        assertThat(roster.owner()).isEqualTo(ADMIN);
        assertThat(climb(roster, 3)).allSatisfy(step -> assertThat(step.tell()).containsExactly(ADMIN));
    }

    @Test
    void whatIsAboutAccessStaysWithAnAdminWhoIsAwayRatherThanGoToWhoeverBrokeTheGlass() {
        away(ADMIN, null);
        var roster = Roster.ofAccess(people);
        assertThat(roster.owner()).isEqualTo(ADMIN);
        assertThat(climb(roster, 3)).allSatisfy(step -> assertThat(step.tell()).containsExactly(ADMIN));
    }

    @Test
    void norToWhoeverStandsInForThem() {
        away(ADMIN, PRIMARY);
        var roster = Roster.ofAccess(people);
        assertThat(roster.owner()).isEqualTo(ADMIN);
        assertThat(roster.inPlaceOf(ADMIN)).isEqualTo(ADMIN);
        assertThat(climb(roster, 3)).allSatisfy(step -> assertThat(step.tell()).containsExactly(ADMIN));
    }

    @Test
    void whatIsAboutCareIsNotForSomebodyWhoMayNotReadIt() {
        away(PRIMARY, ADMIN);
        assertThat(Roster.ofCare(people, TEAM, ON_CALL).owner())
                .as("an admin stands in")
                .isEqualTo(COVER);
        people.replaceAll(person ->
                TEAM.stream().anyMatch(place -> place.member().equals(person.id()))
                        ? new Colleague(person.id(), true, false, person.supervisor(), false, null)
                        : person);
        var roster = Roster.ofCare(people, TEAM, ON_CALL);
        assertThat(roster.owner()).as("those of the team became admins").isEqualTo(SUPERVISOR);
        assertThat(roster.inPlaceOf(PRIMARY)).isEqualTo(SUPERVISOR);
        assertThat(Roster.ofCare(people, List.of(), List.of()).owner())
                .as("better an admin than nobody")
                .isEqualTo(PRIMARY);
    }

    @Test
    void withNobodyOnCallAndNoAdminThereItStaysWithTheCareTeam() {
        away(ADMIN, null);
        var roster = Roster.ofCare(people, TEAM, List.of());
        assertThat(climb(roster, 5).subList(2, 5))
                .allSatisfy(
                        step -> assertThat(step.tell()).containsExactlyInAnyOrder(PRIMARY, OTHER, COVER, SUPERVISOR));
    }

    @Test
    void whoeverComesToTheCareTeamLaterIsToldToo() {
        var told = new Told(ADMIN, Rung.ADMINS, Set.of(ADMIN, FIRST_ON_CALL, SECOND_ON_CALL));
        var step = Escalation.next(Roster.ofCare(people, TEAM, ON_CALL), told);
        assertThat(step.tell()).contains(PRIMARY, OTHER, COVER, ADMIN);
    }

    @Test
    void pausesGrowOnlyWhenAllAreToldAgainAndUpToADay() {
        var pace = new Pace(Duration.ofHours(1), Duration.ofMinutes(30), Duration.ofDays(1), Duration.ofDays(1));
        var now = Instant.parse("2026-03-01T10:00:00Z");
        assertThat(pace.acknowledgeBy(now)).isEqualTo("2026-03-01T11:00:00Z");
        assertThat(pace.nextStep(now, 0)).isEqualTo("2026-03-01T10:30:00Z");
        assertThat(pace.nextStep(now, 1)).isEqualTo("2026-03-01T11:00:00Z");
        assertThat(pace.nextStep(now, 5)).isEqualTo("2026-03-02T02:00:00Z");
        assertThat(pace.nextStep(now, 6)).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(pace.nextStep(now, Integer.MAX_VALUE)).isEqualTo("2026-03-02T10:00:00Z");
    }

    private List<Step> climb(Roster roster, int times) {
        var owner = roster.owner();
        var members = new HashSet<>(Set.of(owner));
        var rung = Rung.OWNER;
        var steps = new ArrayList<Step>();
        for (var i = 0; i < times; i++) {
            var step = Escalation.next(roster, new Told(owner, rung, members));
            members.addAll(step.tell());
            rung = step.rung();
            steps.add(step);
        }
        return steps;
    }

    private void away(UUID who, @Nullable UUID cover) {
        people.replaceAll(person -> person.id().equals(who)
                ? new Colleague(who, person.admin(), person.clinical(), person.supervisor(), true, cover)
                : person);
    }

    private static Colleague there(UUID id, @Nullable UUID supervisor) {
        return new Colleague(id, false, true, supervisor, false, null);
    }

    private static UUID id(int n) {
        return new UUID(0, n);
    }
}
