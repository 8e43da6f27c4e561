package dev.kith.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.tenancy.Practices;
import dev.kith.webhook.Hooked.Cast;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever follows the feed hears of each event once, whatever commits when. */
@QuarkusTest
class EventFeedTest {
    private static final int WRITERS = 6;

    @Inject
    People people;

    @Inject
    Hooked hooked;

    @Inject
    Practices practices;

    @Inject
    SweepingEvents sweeping;

    Cast cast;
    Someone software;

    @BeforeEach
    void found() {
        cast = hooked.cast();
        software = people.integration(cast.practice(), "events:read");
    }

    @Test
    void eachEventIsToldOnceOldestFirst() {
        hooked.answer(cast);
        var told = all(software, 2);
        assertThat(told.stream().map(event -> event.get("id")))
                .doesNotHaveDuplicates()
                .hasSize((int) people.count(cast.practice(), "select count(*) from outbox_event"));
        assertThat(told.stream().map(event -> event.get("type")))
                .contains("client.created", "assignment.created", "response.completed", "alert.raised");
        var times = told.stream()
                .map(event -> Instant.parse((String) event.get("at")))
                .toList();
        // of one transaction each has a moment of its own, and they are told in the order in which they were written
        for (var i = 1; i < times.size(); i++) {
            assertThat(times.get(i)).isAfter(times.get(i - 1).minusMillis(50));
        }
        assertThat(told.stream().filter(event -> "alert.raised".equals(event.get("type"))))
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("clientId", cast.client().id().toString())
                        .containsOnlyKeys("id", "type", "at", "subjectId", "clientId"));
    }

    @Test
    void anEmptyPageSaysWhereToGoOn() {
        var end = end(software);
        var next = page(software, end)
                .body("items", empty())
                .body("more", equalTo(false))
                .extract()
                .<String>path("next");
        hooked.answer(cast);
        page(software, next).body("items.type", hasItem("alert.raised"));
        page(software, end).body("items.type", hasItem("alert.raised"));
    }

    @Test
    void whatCommitsLateIsHeardOfThoughALaterOneCommittedBefore() throws Exception {
        var end = end(software);
        var written = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var late = CompletableFuture.runAsync(() -> practices.<Boolean>within(cast.practice(), () -> {
            insert("late.written");
            written.countDown();
            return go.await(30, java.util.concurrent.TimeUnit.SECONDS);
        }));
        written.await();
        hooked.happens(cast, "early.committed", 1);
        var meanwhile = page(software, end).extract();
        assertThat(meanwhile.<List<String>>path("items.type"))
                .as("nothing may come before it")
                .isEmpty();
        go.countDown();
        late.get();
        page(software, meanwhile.path("next")).body("items.type", contains("late.written", "early.committed"));
    }

    @Test
    void whoeverFollowsWhileManyWriteMissesNothingAndHearsNothingTwice() throws Exception {
        var written = new AtomicLong(Long.MAX_VALUE);
        var from = end(software);
        var reading = CompletableFuture.supplyAsync(() -> {
            var seen = new ArrayList<String>();
            var after = from;
            var patience = System.nanoTime() + Hooked.PATIENCE.toNanos();
            var last = false;
            while (!last) {
                // once all were seen, or never will be, once more, for what comes twice
                last = new HashSet<>(seen).size() >= written.get() || System.nanoTime() > patience;
                boolean more;
                do {
                    var page = page(software, after).extract();
                    seen.addAll(page.<List<String>>path("items.id"));
                    after = page.path("next");
                    more = page.path("more");
                } while (more);
            }
            return seen;
        });
        var writers = new ArrayList<CompletableFuture<Void>>();
        for (var writer = 0; writer < WRITERS; writer++) {
            writers.add(CompletableFuture.runAsync(() -> {
                for (var i = 0; i < 20; i++) {
                    practices.<Boolean>within(cast.practice(), () -> {
                        insert("many.written");
                        Thread.sleep((long) (Math.random() * 20));
                        return true;
                    });
                }
            }));
        }
        for (var writer : writers) {
            writer.get();
        }
        written.set(people.count(cast.practice(), "select count(*) from outbox_event where kind = 'many.written'"));
        var seen = reading.get();
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(new HashSet<>(seen)).hasSize((int) written.get());
    }

    @Test
    void whoWantsSomeTypesHearsOfThoseAlone() {
        hooked.answer(cast);
        read(software, "?types=alert.*,response.completed")
                .body("items.type", hasItem("alert.raised"))
                .body("items.type", hasItem("response.completed"))
                .body("items.type", not(hasItem("client.created")));
        read(software, "?types=alert.acknowledged").body("items", empty());
    }

    @Test
    void aRareTypeIsFoundBehindManyOthersAPageAtATime() {
        hooked.happens(cast, "often.seen", EventFeed.LOOKED_THROUGH);
        hooked.happens(cast, "rare.seen", 1);
        var first = read(software, "?types=rare.seen")
                .body("items", empty())
                .body("more", equalTo(true))
                .extract();
        read(software, "?types=rare.seen&after=" + first.path("next"))
                .body("items.type", contains("rare.seen"))
                .body("more", equalTo(false));
    }

    @Test
    void nothingThatSomebodyWroteIsInIt() {
        people.run(cast.practice(), "update client set display_name = 'canary-name'");
        hooked.happens(cast, "some.happened", 1);
        hooked.answer(cast);
        var text = read(software, "?limit=200").extract().asString();
        assertThat(text).doesNotContain("canary", "phq", "critical", "severity");
    }

    @Test
    void eachClientWhoIsNamedFindsItInTheirAccessLog() {
        hooked.answer(cast);
        all(software, 200);
        cast.client()
                .asks()
                .get("/v1/me/access-log")
                .then()
                .statusCode(200)
                .body("items.action", hasItem("events.read"));
        var before = people.count(cast.practice(), "select count(*) from audit_entry");
        page(software, end(software));
        var reads = people.count(cast.practice(), "select count(*) from audit_entry") - before;
        assertThat(reads).as("the last page alone").isLessThanOrEqualTo(1);
    }

    @Test
    void onlyAdminsAndSoftwareWithItsScopeMayRead() {
        cast.admin().asks().get("/v1/events").then().statusCode(200);
        cast.clinician().asks().get("/v1/events").then().statusCode(403);
        cast.client().asks().get("/v1/events").then().statusCode(403);
        people.integration(cast.practice(), "clients:read")
                .asks()
                .get("/v1/events")
                .then()
                .statusCode(403);
    }

    @Test
    void anotherPracticeHearsNothingAndItsCursorLeadsNowhere() {
        var others = hooked.cast();
        hooked.answer(cast);
        var ids = all(others.admin(), 200).stream()
                .map(event -> event.get("clientId"))
                .toList();
        assertThat(ids).doesNotContain(cast.client().id().toString());
        others.admin()
                .asks()
                .get("/v1/events?after=" + end(software))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#after"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"types=alert", "types=Alert.raised", "types=alert.*,", "types=alert.%25", "types=*.*"})
    void typesThatCannotBeAreRefused(String query) {
        software.asks()
                .urlEncodingEnabled(false)
                .get("/v1/events?" + query)
                .then()
                .statusCode(422);
    }

    @Test
    void aCursorThatIsTooOldOrOfAnotherServerIsRefused() {
        var now = Instant.now();
        refused(new EventPosition(5, cast.practice(), now.minusSeconds(92 * 86_400L)));
        refused(new EventPosition(Long.MAX_VALUE, cast.practice(), now));
        refused(new EventPosition(-1, cast.practice(), now));
        var stillGood = new EventPosition(5, cast.practice(), now.minusSeconds(90 * 86_400L + 3600));
        page(software, stillGood.write(cast.practice()));
    }

    @Test
    void whatARestoreBroughtAlongComesFirstAndIsNotLost() {
        hooked.happens(cast, "old.restored", 2);
        people.run(
                cast.practice(), "update outbox_event set written = '1000000000000'::xid8 where kind = 'old.restored'");
        read(software, "?types=old.restored").body("items", empty());
        practices.<Boolean>within(cast.practice(), sweeping::tick);
        var told = all(software, 200);
        assertThat(told.get(0)).containsEntry("type", "old.restored");
        assertThat(told.stream().filter(event -> "old.restored".equals(event.get("type"))))
                .hasSize(2);
    }

    @Test
    void afterThreeMonthsEventsAreForgotten() {
        var old = Instant.now().minusSeconds(93 * 86_400L);
        var kept = Instant.now().minusSeconds(89 * 86_400L);
        for (var at : List.of(old, kept)) {
            people.run(cast.practice(), """
                    insert into outbox_event (practice_id, id, kind, about_id, payload, occurred_at)
                    values (kith_practice(), ?, 'old.happened', gen_random_uuid(), '{}', ?)
                    """, EventFeed.firstIdAt(at), at.atOffset(java.time.ZoneOffset.UTC));
        }
        read(software, "?types=old.happened").body("items.size()", equalTo(1));
        practices.<Boolean>within(cast.practice(), sweeping::tick);
        assertThat(people.count(cast.practice(), "select count(*) from outbox_event where kind = 'old.happened'"))
                .isOne();
    }

    private void refused(EventPosition position) {
        software.asks()
                .get("/v1/events?after=" + position.write(cast.practice()))
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("cursor"));
    }

    /** In the running transaction. */
    private void insert(String kind) throws Exception {
        try (var connection = people.connection();
                var insert = connection.prepareStatement("""
                        insert into outbox_event (practice_id, id, kind, about_id, payload, occurred_at)
                        values (kith_practice(), gen_random_uuid(), ?, gen_random_uuid(), '{}', now())
                        """)) {
            insert.setString(1, kind);
            insert.executeUpdate();
        }
    }

    private static ValidatableResponse read(Someone who, String query) {
        return who.asks().get("/v1/events" + query).then().statusCode(200);
    }

    private static ValidatableResponse page(Someone who, String after) {
        return read(who, "?limit=200&after=" + after).body("next", not(nullValue()));
    }

    /** Where all was read. */
    private static String end(Someone who) {
        var after = "";
        boolean more;
        do {
            var page = read(who, "?limit=200" + (after.isEmpty() ? "" : "&after=" + after))
                    .extract();
            after = page.path("next");
            more = page.path("more");
        } while (more);
        return after;
    }

    private static List<Map<String, Object>> all(Someone who, int limit) {
        var found = new ArrayList<Map<String, Object>>();
        var after = "";
        boolean more;
        do {
            var page = read(who, "?limit=" + limit + (after.isEmpty() ? "" : "&after=" + after))
                    .extract();
            found.addAll(page.<List<Map<String, Object>>>path("items"));
            after = page.path("next");
            more = page.path("more");
        } while (more);
        return found;
    }
}
