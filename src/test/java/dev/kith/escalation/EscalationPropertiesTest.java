package dev.kith.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.escalation.Escalation.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

/** What holds in every practice, whoever leaves, falls ill or comes back between two steps. */
class EscalationPropertiesTest {
    private static final int STEPS = 40;

    @Property
    void whereAnybodyWorksSomebodyOwnsItAndEachStepTellsSomebody(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int size) {
        var random = new Random(seed);
        var owner = roster(random, size).owner();
        assertThat(owner).isNotNull();
        var members = new HashSet<>(Set.of(owner));
        var rung = Rung.OWNER;
        for (var i = 0; i < STEPS; i++) {
            var step = Escalation.next(roster(random, size), new Told(owner, rung, members));
            assertThat(step.tell()).isNotEmpty().doesNotHaveDuplicates();
            members.addAll(step.tell());
            rung = step.rung();
        }
    }

    @Property
    void itNeverGoesDownNorTellsAnybodyTwiceBeforeAllWereTold(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int size) {
        var random = new Random(seed);
        var owner = roster(random, size).owner();
        var members = new HashSet<>(owner == null ? Set.<UUID>of() : Set.of(owner));
        var rung = Rung.OWNER;
        for (var i = 0; i < STEPS; i++) {
            var step = Escalation.next(roster(random, size), new Told(owner, rung, members));
            assertThat(step.rung()).isGreaterThanOrEqualTo(rung);
            if (!step.again()) {
                assertThat(members).doesNotContainAnyElementsOf(step.tell());
            }
            members.addAll(step.tell());
            rung = step.rung();
        }
    }

    @Property
    void whoIsAwayIsToldOnlyWhereNobodyIsThere(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int size) {
        var random = new Random(seed);
        var colleagues = colleagues(random, size);
        var roster = ofCare(random, colleagues); // what is about access stays with the admins, see below
        var present = colleagues.stream()
                .filter(one -> !one.away())
                .map(Colleague::id)
                .toList();
        var owner = roster.owner();
        var members = new HashSet<UUID>();
        var rung = Rung.OWNER;
        for (var i = 0; i < STEPS && !present.isEmpty(); i++) {
            var step = Escalation.next(roster, new Told(owner, rung, members));
            assertThat(present).containsAll(step.tell());
            members.addAll(step.tell());
            rung = step.rung();
        }
    }

    /** Whoever stands in for whom. */
    @Property
    void whatIsAboutAccessIsForAdminsWhileThereIsOne(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int size) {
        var colleagues = colleagues(new Random(seed), size);
        var roster = Roster.ofAccess(colleagues);
        var admins =
                colleagues.stream().filter(Colleague::admin).map(Colleague::id).toList();
        var owner = roster.owner();
        var members = new HashSet<UUID>();
        var rung = Rung.OWNER;
        for (var i = 0; i < STEPS && !admins.isEmpty(); i++) {
            var step = Escalation.next(roster, new Told(owner, rung, members));
            assertThat(admins).contains(owner).containsAll(step.tell());
            members.addAll(step.tell());
            rung = step.rung();
        }
        assertThat(colleagues)
                .allSatisfy(one -> assertThat(roster.inPlaceOf(one.id()))
                        .matches(present -> admins.isEmpty() || admins.contains(present)));
    }

    /** Whoever stands in for whom, and whatever places they have kept from other times. */
    @Property
    void beforeTheAdminsOnlyThoseHearOfCareWhoMayReadIt(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int size) {
        var random = new Random(seed);
        var colleagues = colleagues(random, size);
        var roster = Roster.ofCare(
                colleagues,
                List.of(
                        new Place(anybody(random), Place.Part.PRIMARY),
                        new Place(anybody(random), Place.Part.CO_CLINICIAN)),
                List.of(anybody(random)));
        var clinical = colleagues.stream()
                .filter(Colleague::clinical)
                .map(Colleague::id)
                .toList();
        for (var rung : List.of(Rung.OWNER, Rung.TEAM, Rung.SUPERVISORS, Rung.ON_CALL)) {
            assertThat(clinical).containsAll(roster.on(rung, anybody(random)));
        }
    }

    /** In a practice where nothing changes, everybody whom any rung names is told in the end. */
    @Property
    void inTheEndNobodyWhomARungNamesIsLeftOut(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int size) {
        var random = new Random(seed);
        var roster = roster(random, size);
        var owner = roster.owner();
        var members = new HashSet<UUID>();
        var rung = Rung.OWNER;
        for (var i = 0; i < STEPS; i++) {
            var step = Escalation.next(roster, new Told(owner, rung, members));
            members.addAll(step.tell());
            rung = step.rung();
        }
        for (var each : List.of(Rung.TEAM, Rung.SUPERVISORS, Rung.ON_CALL, Rung.ADMINS)) {
            assertThat(members).containsAll(roster.on(each, owner));
        }
    }

    @Property
    void eachTimeIsLaterThanTheOneBefore(
            @ForAll @LongRange(min = 1, max = 1_000_000) long seconds,
            @ForAll @IntRange(min = 0, max = 1_000) int repeats) {
        var pace = new Pace(
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(seconds));
        var now = Instant.parse("2026-03-01T10:00:00Z");
        var next = pace.nextStep(now, repeats);
        assertThat(next).isAfter(now);
        assertThat(pace.nextStep(now, repeats + 1)).isAfterOrEqualTo(next);
        assertThat(pace.nextStep(next, repeats)).isAfter(next);
        assertThat(Duration.between(now, next))
                .isLessThanOrEqualTo(
                        pace.escalateEvery().compareTo(Pace.LONGEST_PAUSE) > 0
                                ? pace.escalateEvery()
                                : Pace.LONGEST_PAUSE);
    }

    private static Roster roster(Random random, int size) {
        return roster(random, colleagues(random, size));
    }

    private static Roster roster(Random random, List<Colleague> colleagues) {
        return random.nextInt(8) == 0 ? Roster.ofAccess(colleagues) : ofCare(random, colleagues);
    }

    private static Roster ofCare(Random random, List<Colleague> colleagues) {
        var team = IntStream.range(0, random.nextInt(6))
                .mapToObj(n -> new Place(anybody(random), Place.Part.values()[random.nextInt(4)]))
                .toList();
        var onCall = IntStream.range(0, random.nextInt(4))
                .mapToObj(n -> anybody(random))
                .distinct()
                .toList();
        return Roster.ofCare(colleagues, team, onCall);
    }

    private static List<Colleague> colleagues(Random random, int size) {
        var colleagues = new ArrayList<Colleague>();
        for (var n = 0; n < size; n++) {
            colleagues.add(new Colleague(
                    new UUID(0, n),
                    random.nextInt(4) == 0,
                    random.nextInt(4) > 0,
                    maybe(random),
                    random.nextInt(3) == 0,
                    maybe(random)));
        }
        return colleagues;
    }

    /** Some are named who do not work here any more. */
    private static UUID anybody(Random random) {
        return new UUID(0, random.nextInt(10));
    }

    private static @Nullable UUID maybe(Random random) {
        return random.nextBoolean() ? anybody(random) : null;
    }
}
