package dev.kith.program;

import static dev.kith.house.Work.assigns;
import static dev.kith.house.Work.each;
import static dev.kith.house.Work.standing;
import static dev.kith.house.Work.tasks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.kith.house.AtOnce;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Sandbox;
import dev.kith.house.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An enrolment moves, pauses, is repeated and ends: what becomes of work that merely hangs on its start. */
@QuarkusTest
class AnchoredWorkMovesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String WHY = "{\"reason\": \"As we said\"}";
    private static final int AT_ONCE = 5;
    private static final int DECISIONS = 12;

    @Inject
    People people;

    Someone admin;
    Someone clinician;
    Someone client;
    LocalDate today;

    @BeforeEach
    void found() {
        admin = people.sandbox();
        clinician = people.clinician(admin.practice());
        client = people.clientOf(clinician);
        Hanging.publish(admin);
        today = LocalDate.ofInstant(Sandbox.now(admin), BERLIN);
    }

    @Test
    void whatHasNotOpenedMovesWithTheEnrolment() {
        var ours = Hanging.from(clinician, client, today.plusDays(10));
        var assignment = ours.hung("P1W");
        var other = ours.hung("P1D", ", \"timeZone\": \"Asia/Tokyo\"");
        ours.moves(today.plusDays(15));
        assertThat(ours.days(assignment)).containsExactly(today.plusDays(22));
        assertThat(ours.days(other)).containsExactly(today.plusDays(16));
        ours.moves(today.plusDays(4));
        assertThat(ours.days(assignment)).as("earlier, too").containsExactly(today.plusDays(11));
        assertThat(ours.read(assignment).getInt("scheduleRevision")).isEqualTo(3);
        assertThat(events("assignment.rescheduled", assignment)).isEqualTo(2);
        assertThat(events("assignment.not-moved", assignment)).isZero();
        assertThat(people.count(
                        admin.practice(),
                        "select count(*) from audit_entry where action = 'assignment.rescheduled' and subject_id = '"
                                + assignment + "'"))
                .isEqualTo(2);
        ours.moves(today.plusDays(4));
        assertThat(ours.read(assignment).getInt("scheduleRevision"))
                .as("the same day again is no move")
                .isEqualTo(3);
    }

    @Test
    void whatHasOpenedStays() {
        var ours = Hanging.from(clinician, client, today);
        var once = ours.hung("P1D");
        var daily = ours.hung("P1D", ", \"rrule\": \"FREQ=DAILY;COUNT=5\"");
        ours.daysPass(2);
        ours.moves(today.plusDays(4));
        assertThat(ours.days(once)).containsExactly(today.plusDays(1));
        assertThat(ours.read(once).getInt("scheduleRevision")).isEqualTo(1);
        assertThat(events("assignment.not-moved", once)).isOne();
        assertThat(ours.days(daily))
                .as("of what recurs, the rest moves")
                .containsExactlyElementsOf(days(1, 2, 5, 6, 7, 8, 9));
        ours.moves(today);
        assertThat(events("assignment.not-moved", once))
                .as("it is where it belongs again")
                .isOne();
    }

    @Test
    void whatTheClientHasDoneStaysDone() {
        var ours = Hanging.from(clinician, client, today);
        var assignment = ours.hung(null);
        client.asks()
                .body(Map.of("answers", ours.walked().least("phq-9", Map.of()), "complete", true))
                .put("/v1/tasks/" + tasks(clinician, assignment).get(0).get("id") + "/response")
                .then()
                .statusCode(201);
        ours.moves(today.plusDays(7));
        assertThat(each(tasks(clinician, assignment), "state")).containsExactly("completed");
    }

    @Test
    void aPauseHoldsNothingThatHangsOnTheStartAndMovesWhatHasNotOpened() {
        var ours = Hanging.from(clinician, client, today);
        var soon = ours.hung("P3D");
        var later = ours.hung("P10D");
        ours.daysPass(1);
        ours.walked().does("pause");
        var meanwhile = ours.hung("P12D");
        ours.daysPass(5);
        assertThat(each(tasks(clinician, soon), "state"))
                .as("opened while the program rests")
                .containsExactly("open");
        assertThat(ours.days(later)).containsExactly(today.plusDays(10));
        ours.walked().does("resumption");
        assertThat(ours.walked().read().getString("startsOn"))
                .isEqualTo(today.plusDays(5).toString());
        assertThat(ours.days(soon)).containsExactly(today.plusDays(3));
        assertThat(ours.days(later)).containsExactly(today.plusDays(15));
        assertThat(ours.days(meanwhile)).containsExactly(today.plusDays(17));
        assertThat(events("assignment.not-moved", soon)).isOne();
    }

    @Test
    void whatIsRepeatedPutsOffAWeekWhatHasNotOpened() {
        var ours = Hanging.from(clinician, client, today);
        var opened = ours.hung(null);
        var thisWeek = ours.hung("P3D");
        var nextWeek = ours.hung("P9D");
        ours.walked().does("weeks/0/repetition");
        assertThat(ours.days(opened)).containsExactly(today);
        assertThat(ours.days(thisWeek)).as("in the week once more").containsExactly(today.plusDays(10));
        assertThat(ours.days(nextWeek)).containsExactly(today.plusDays(16));
        ours.daysPass(7);
        ours.walked().does("steps/first/repetition");
        assertThat(ours.days(thisWeek)).containsExactly(today.plusDays(17));
        assertThat(ours.days(nextWeek)).containsExactly(today.plusDays(23));
    }

    /** 02:30 on the day before, on the day that has no 02:30, and on the day after. */
    @Test
    void wallTimesStayOverAClockChange() {
        var rules = BERLIN.getRules();
        var change =
                rules.nextTransition(today.plusDays(20).atStartOfDay(BERLIN).toInstant());
        while (!change.isGap()) {
            change = rules.nextTransition(change.getInstant());
        }
        var springs = change.getDateTimeBefore().toLocalDate();
        var starts = today.plusDays(5);
        var ours = Hanging.from(clinician, client, starts);
        var far = ChronoUnit.DAYS.between(starts, springs) - 1;
        var assignment = ours.hung("P" + far + "DT2H30M");
        opens(assignment, springs.minusDays(1) + "T02:30", "none", springs.minusDays(1) + "T01:30:00Z");
        ours.moves(starts.plusDays(1));
        opens(assignment, springs + "T02:30", "gap", springs + "T01:00:00Z");
        ours.moves(starts.plusDays(2));
        opens(assignment, springs.plusDays(1) + "T02:30", "none", springs.plusDays(1) + "T00:30:00Z");
    }

    private void opens(String assignment, String local, String shifted, String at) {
        assertThat(standing(tasks(clinician, assignment)).get(0))
                .containsEntry("local", local)
                .containsEntry("shifted", shifted)
                .containsEntry("opensAt", at);
    }

    @Test
    void itStaysWhereAllOfItWouldBeOver() {
        var ours = Hanging.from(clinician, client, today.plusDays(40));
        var body = ours.body("-P30D", ", \"opensFor\": \"P1D\", \"dueAfter\": \"P1D\"");
        var over = ours.puts(clinician, body).then().statusCode(201).extract().<String>path("id");
        var ends = ours.hung("P1D", ", \"endsOn\": \"%s\"".formatted(today.plusDays(45)));
        ours.moves(today.plusDays(5));
        assertThat(ours.days(over)).containsExactly(today.plusDays(10));
        assertThat(events("assignment.not-moved", over)).isOne();
        ours.puts(clinician, body).then().statusCode(200).body("scheduleRevision", equalTo(1));
        assertThat(ours.days(ends)).containsExactly(today.plusDays(6));
        ours.moves(today.plusDays(60));
        assertThat(ours.days(ends)).as("it would end before it starts").containsExactly(today.plusDays(6));
        assertThat(events("assignment.not-moved", ends)).isOne();
    }

    @Test
    void whatOpenedWhileItWasPausedMovesToo() {
        var ours = Hanging.from(clinician, client, today);
        var assignment = ours.hung("P2D");
        var tag = clinician.asks().get("/v1/assignments/" + assignment).header("ETag");
        clinician
                .asks()
                .header("If-Match", tag)
                .body("{\"state\": \"paused\", \"reason\": \"Too early\"}")
                .patch("/v1/assignments/" + assignment)
                .then()
                .statusCode(200);
        ours.daysPass(4);
        ours.moves(today.plusDays(10));
        assertThat(ours.days(assignment)).containsExactly(today.plusDays(12));
    }

    @Test
    void whenTheEnrolmentEndsWhatHangsOnItStaysAndNothingMoreIsHungOnIt() {
        var ours = Hanging.from(clinician, client, today);
        var body = ours.body("P10D");
        var hung = ours.puts(clinician, body).then().statusCode(201).extract().<String>path("id");
        ours.walked().does("departure");
        ended(assigns(clinician, client, ours.body("P11D")));
        assertThat(ours.days(hung)).containsExactly(today.plusDays(10));
        assertThat(ours.read(hung).getString("state")).isEqualTo("active");
        ours.puts(clinician, body).then().statusCode(200).body("scheduleRevision", equalTo(1));
        var plain = ours.read(hung).getString("schedule.anchor.enrollment");
        assertThat(plain).isEqualTo(ours.walked().id());
        ours.revises(hung, "{\"schedule\": {\"start\": \"%s\"}}".formatted(today.plusDays(9)))
                .statusCode(200);
        ended(ours.puts(clinician, body).then());
        assertThat(ours.days(hung))
                .as("taken off, it is hung on nothing that ended")
                .containsExactly(today.plusDays(9));
    }

    @Test
    void nothingIsHungOnACompletedEnrolment() {
        var ours = Hanging.from(clinician, client, today);
        for (var step : List.of("first", "second", "third")) {
            ours.walked().does("steps/" + step + "/omission");
        }
        assertThat(ours.walked().read().getString("state")).isEqualTo("completed");
        ended(assigns(clinician, client, ours.body("P1D")));
    }

    private static void ended(ValidatableResponse reply) {
        reply.statusCode(422)
                .body(
                        "errors[0].pointer",
                        equalTo("/schedule/anchor/enrollment"),
                        "errors[0].code",
                        equalTo("enrollment-ended"));
    }

    @Test
    void whoeverIsFirstItLiesWhereTheEnrolmentSays() throws Exception {
        var ours = Hanging.from(clinician, client, today.plusDays(10));
        var turn = new ConcurrentLinkedQueue<Callable<Response>>();
        for (var i = 0; i < AT_ONCE; i++) {
            turn.add(() -> clinician.asks().body(ours.body("P1W")).post("/v1/clients/" + client.id() + "/assignments"));
        }
        var path = "/v1/enrollments/" + ours.walked().id();
        var tag = clinician.asks().get(path).header("ETag");
        var body = "{\"startsOn\": \"%s\", \"reason\": \"Exams\"}".formatted(today.plusDays(13));
        turn.add(() -> clinician.asks().header("If-Match", tag).body(body).post(path + "/move"));
        var replies = AtOnce.times(turn.size(), () -> turn.remove().call());
        assertThat(replies).allMatch(reply -> reply.statusCode() < 300);
        var hung = replies.stream()
                .filter(reply -> reply.statusCode() == 201)
                .map(reply -> reply.<String>path("id"))
                .toList();
        assertThat(hung)
                .hasSize(AT_ONCE)
                .allSatisfy(one -> assertThat(ours.days(one)).containsExactly(today.plusDays(20)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void afterAnyDecisionsItLiesSoFarFromTheStartThatTheEnrolmentTells(long seed) {
        var random = new Random(seed);
        var ours = Hanging.from(clinician, client, today);
        var assignment = ours.hung("P300D");
        var did = new ArrayList<String>();
        for (var i = 0; i < DECISIONS; i++) {
            did.add(decides(ours, random));
            var starts = LocalDate.parse(ours.walked().read().getString("startsOn"));
            assertThat(ours.days(assignment)).as("after %s", did).containsExactly(starts.plusDays(300));
        }
        assertThat(ours.read(assignment).getInt("scheduleRevision"))
                .as("moved by %s", did)
                .isGreaterThan(2);
    }

    /** Something; what cannot be done now is refused, which is an answer, too. */
    private static String decides(Hanging ours, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> tries(ours, "pause", WHY);
            case 1 -> tries(ours, "resumption", WHY);
            case 2 -> tries(ours, "weeks/0/repetition", WHY);
            case 3 -> tries(ours, "steps/first/repetition", WHY);
            case 4 -> {
                var day = LocalDate.parse(ours.walked().read().getString("startsOn"))
                        .plusDays(random.nextInt(12) - 3L);
                yield tries(ours, "move", "{\"startsOn\": \"%s\", \"reason\": \"Exams\"}".formatted(day));
            }
            default -> {
                ours.daysPass(3);
                yield "3 days";
            }
        };
    }

    private static String tries(Hanging ours, String what, String body) {
        return what + " "
                + ours.walked()
                        .tries(ours.walked().clinician(), what, body)
                        .extract()
                        .statusCode();
    }

    @Test
    void aMoveAsksOnceWhatHangsOnIt() {
        var ours = Hanging.from(clinician, client, today.plusDays(10));
        var asked = Statements.during(() -> ours.moves(today.plusDays(11)));
        assertThat(asked)
                .filteredOn(sql -> sql.startsWith("select") && sql.matches("(?s).*where.*anchor_enrollment_id=.*"))
                .hasSize(1);
        ours.hung("P1D");
        var one = reads(Statements.during(() -> ours.moves(today.plusDays(12))));
        ours.hung("P2D");
        ours.hung("P3D");
        assertThat(reads(Statements.during(() -> ours.moves(today.plusDays(13)))))
                .as("their schedules")
                .isEqualTo(one);
    }

    private static long reads(List<String> asked) {
        return asked.stream().filter(sql -> sql.contains("s.schedule::text")).count();
    }

    private long events(String kind, String assignment) {
        return people.count(
                admin.practice(),
                "select count(*) from outbox_event where kind = ? and about_id = ?::uuid",
                kind,
                assignment);
    }

    private List<LocalDate> days(int... later) {
        return IntStream.of(later).mapToObj(today::plusDays).toList();
    }
}
