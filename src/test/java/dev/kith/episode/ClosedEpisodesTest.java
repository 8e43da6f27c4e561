package dev.kith.episode;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kith.change.EpisodeSums;
import dev.kith.change.ExpectedResponse;
import dev.kith.change.ExpectedResponse.ClosedEpisode;
import dev.kith.change.ExpectedResponse.SessionScore;
import dev.kith.episode.LocalModel.Subject;
import dev.kith.house.OwnQuestionnaire;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.response.ScoreLine.Measure;
import dev.kith.tenancy.Practices;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which episodes are closed, and what the database adds up of them. */
@QuarkusTest
class ClosedEpisodesTest {
    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    People people;

    @Inject
    Practices practices;

    @Inject
    ClosedClients closed;

    @Inject
    ClosedEpisodes episodes;

    @Inject
    ModelBook book;

    Someone admin;
    UUID practice;

    @BeforeEach
    void found() {
        admin = people.practice();
        practice = admin.practice();
    }

    @Test
    void theDatabaseAddsUpWhatTheEngineAddsUp() {
        closed.archived(practice, 0, 240);
        var told = sums("phq-9");
        var engine = EpisodeSums.of(
                IntStream.range(0, 240).mapToObj(ClosedEpisodesTest::episode).toList());
        assertThat(told.keySet())
                .containsExactly(new Subject(new Measure(Practices.LIBRARY, "phq-9", "total", "client"), 1));
        var sums = told.values().iterator().next();
        assertThat(sums.episodes()).isEqualTo(240);
        assertThat(ExpectedResponse.of(sums).isLike(ExpectedResponse.of(engine)))
                .as("%s of the database, %s of the engine", sums, engine)
                .isTrue();
    }

    @Test
    void portionsComeToTheSameAsAllAtOnce() {
        closed.archived(practice, 0, 240);
        var whole = only("phq-9");
        var together = new EpisodeSums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        var portions = 0;
        var last = FIRST;
        for (var more = true; more; portions++) {
            var after = last;
            var portion = practices.within(practice, () -> episodes.after(after, 50));
            var sums = practices.within(practice, () -> episodes.of(portion));
            together = sums.values().stream().reduce(together, EpisodeSums::plus);
            more = portion.size() == 50;
            last = portion.get(portion.size() - 1).id();
        }
        assertThat(portions).isEqualTo(5);
        assertThat(together.episodes()).isEqualTo(240);
        assertThat(ExpectedResponse.of(together).isLike(ExpectedResponse.of(whole)))
                .isTrue();
    }

    @Test
    void whatIsKeptTellsExactlyTheBandOfWhatWasFitted() {
        var chance = new Random(4);
        for (var tries = 0; tries < 20; tries++) {
            var spread = 1 + chance.nextInt(40);
            var made = ExpectedResponse.of(IntStream.range(0, 200)
                    .mapToObj(i -> new ClosedEpisode(
                            BigDecimal.valueOf(chance.nextInt(spread)),
                            IntStream.rangeClosed(1, 1 + chance.nextInt(9))
                                    .mapToObj(session ->
                                            new SessionScore(session, BigDecimal.valueOf(chance.nextInt(100), 1)))
                                    .toList()))
                    .toList());
            var model = new LocalModel(
                    Ids.next(),
                    new Subject(new Measure(Practices.LIBRARY, "phq-9", "total", "client"), 1),
                    Instant.parse("2026-01-01T00:00:00Z").plus(tries, ChronoUnit.DAYS),
                    ExpectedResponse.RULE,
                    made);
            var kept = practices.within(practice, () -> {
                book.add(model);
                return book.find(model.id()).orElseThrow();
            });
            assertThat(kept.saysAsMuchAs(model)).isTrue();
            assertThat(kept.madeAt()).isEqualTo(model.madeAt());
            for (var initial = 0; initial < 40; initial += 3) {
                for (var session = 1; session < 20; session += 4) {
                    assertThat(kept.expected().at(BigDecimal.valueOf(initial), session))
                            .isEqualTo(made.at(BigDecimal.valueOf(initial), session));
                    assertThat(kept.expected().within(BigDecimal.valueOf(initial), session))
                            .isEqualTo(made.within(BigDecimal.valueOf(initial), session));
                }
            }
        }
    }

    @Test
    void whoIsInCareIsNotClosedAndWhoseProgramsAreAllOverIs() {
        closed.admitted(practice, 0, 40);
        assertThat(sums("phq-9")).isEmpty();
        closed.enrolled(practice, 0, 20);
        closed.completed(practice, 0, 20, "2025-12-01T00:00:00Z");
        assertThat(only("phq-9").episodes()).isEqualTo(20);
        closed.enrolled(practice, 5, 10);
        assertThat(only("phq-9").episodes()).as("five have begun another").isEqualTo(15);
        people.run(
                practice,
                "update client set archived_at = timestamptz '2025-12-31Z' where practice_id = kith_practice() and external_id in ('closed-7', 'closed-30')");
        assertThat(only("phq-9").episodes()).as("two were archived").isEqualTo(17);
    }

    @Test
    void whatWasGivenAfterItClosedIsNoPartOfIt() {
        closed.admitted(practice, 0, 6);
        closed.enrolled(practice, 0, 6);
        closed.completed(practice, 0, 6, "2025-02-08T09:00:00Z");
        var sums = only("phq-9");
        assertThat(sums.episodes()).isEqualTo(6);
        assertThat(sums.scores()).as("the first and one more of each").isEqualTo(6);
        assertThat(sums.sessions()).isEqualTo(1);
        people.run(
                practice,
                "update response set state = 'entered-in-error' where practice_id = kith_practice() and authored_at = timestamptz '2025-02-08T09:00:00Z'");
        assertThat(sums("phq-9")).as("one score each is no course").isEmpty();
    }

    @Test
    void whatOthersAnsweredIsAnotherCourse() {
        closed.archived(practice, 0, 6);
        people.run(
                practice,
                "update response set author = 'informant' where practice_id = kith_practice() and client_id in (select id from client where external_id in ('closed-0', 'closed-1'))");
        var sums = sums("phq-9");
        assertThat(sums).hasSize(2);
        sums.forEach((subject, told) ->
                assertThat(told.episodes()).isEqualTo(subject.measure().author().equals("informant") ? 2 : 4));
    }

    @Test
    void whereAVersionNoLongerMeansTheSameTheNewestStretchCounts() {
        OwnQuestionnaire.publish(admin, "evening");
        version(2, "editorial");
        version(3, "substantive");
        course(List.of(1, 2, 1), List.of(4, 3, 2));
        course(List.of(1, 3, 3, 3), List.of(4, 2, 1, 0));
        course(List.of(1, 1, 3), List.of(4, 4, 4));
        var sums = sums("evening");
        assertThat(sums.keySet()).extracting(Subject::version).containsExactly(1, 3);
        var first = requireNonNull(sums.get(subject(1)));
        var third = requireNonNull(sums.get(subject(3)));
        assertThat(first.episodes()).isEqualTo(1);
        assertThat(first.scores()).isEqualTo(2);
        assertThat(first.initial()).isCloseTo(4, within(1e-9));
        assertThat(third.episodes()).isEqualTo(1);
        assertThat(third.scores()).isEqualTo(2);
        assertThat(third.initial()).isCloseTo(2, within(1e-9));
        assertThat(third.value()).isCloseTo(0.5, within(1e-9));
    }

    private Subject subject(int version) {
        return new Subject(new Measure(practice, "evening", "total", "client"), version);
    }

    private void version(int number, String change) {
        admin.asks()
                .body("{}")
                .post("/v1/questionnaires/evening/versions")
                .then()
                .statusCode(201);
        admin.asks()
                .body("{\"change\": \"" + change + "\"}")
                .post("/v1/questionnaires/evening/versions/" + number + "/publication")
                .then()
                .statusCode(200);
    }

    /** Of a client who left. */
    private void course(List<Integer> versions, List<Integer> values) {
        var client = Ids.next();
        people.run(practice, """
            insert into client (practice_id, id, display_name, time_zone, language, created_at, archived_at)
            values (kith_practice(), ?, 'Robin', 'UTC', 'en', timestamptz '2025-01-01Z', timestamptz '2025-12-31Z')
            """, client);
        for (var i = 0; i < versions.size(); i++) {
            var id = Ids.next();
            people.run(practice, """
                insert into response (practice_id, id, client_id, questionnaire_practice_id, questionnaire_key, questionnaire_version, state, author,
                                      entered_by, authored_at, received_at, completed_at, language, answers)
                select kith_practice(), ?, ?, kith_practice(), 'evening', ?, 'completed', 'client', kith_practice(), at, at, at, 'en', '{}'
                from (select timestamptz '2025-02-01Z' + ? * interval '1 day' as at) a
                """, id, client, versions.get(i), i);
            people.run(practice, """
                insert into score (practice_id, response_id, revision, scale, value, answered, items, prorated, engine)
                values (kith_practice(), ?, 1, 'total', ?, 2, 2, false, 'a test')
                """, id, values.get(i));
        }
    }

    private Map<Subject, EpisodeSums> sums(String key) {
        var all = practices.within(practice, () -> episodes.of(episodes.after(FIRST, 1_000)));
        all.keySet().removeIf(subject -> !subject.measure().questionnaire().equals(key));
        return all;
    }

    private EpisodeSums only(String key) {
        var sums = sums(key);
        assertThat(sums).hasSize(1);
        return sums.values().iterator().next();
    }

    /** As ClosedClients makes them. */
    private static ClosedEpisode episode(int n) {
        var scores = new ArrayList<SessionScore>();
        for (var session = 1; session <= 1 + n % 6; session++) {
            scores.add(new SessionScore(
                    session,
                    BigDecimal.valueOf(
                                    3 + 0.8 * (5 + n % 20) - 2 * Math.log1p(session) + ((n * 7 + session * 3) % 5 - 2))
                            .setScale(4, RoundingMode.HALF_UP)));
        }
        return new ClosedEpisode(BigDecimal.valueOf(5 + n % 20), scores);
    }
}
