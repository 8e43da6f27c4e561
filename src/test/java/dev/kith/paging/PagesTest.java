package dev.kith.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.house.Worlds;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists read page by page while others write, and things read again that have not changed. */
@QuarkusTest
class PagesTest {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; *rel=\"?next\"?");

    @Inject
    People people;

    @Inject
    Worlds worlds;

    Someone clinician;
    Someone client;

    @BeforeEach
    void found() {
        clinician = people.clinician(people.practice().practice());
        client = people.clientOf(clinician);
    }

    @Test
    void whatIsAddedMeanwhileNeitherRepeatsNorHidesARow() {
        var there = new ArrayList<String>();
        for (var i = 0; i < 7; i++) {
            there.add(worlds.assignment(clinician, client));
        }
        var seen = new ArrayList<String>();
        String next = "/v1/clients/" + client.id() + "/assignments?limit=2";
        while (next != null) {
            next = page(next, seen);
            worlds.assignment(clinician, client);
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(there);
    }

    @Test
    void aWalkThatGrowsAtItsEndComesToAnEnd() {
        for (var i = 0; i < 5; i++) {
            worlds.task(clinician, client);
        }
        var seen = new ArrayList<String>();
        String next = "/v1/clients/" + client.id() + "/tasks?limit=2";
        for (var pages = 0; next != null && pages < 20; pages++) {
            next = page(next, seen);
            if (pages < 2) {
                worlds.task(clinician, client);
            }
        }
        assertThat(next).isNull();
        assertThat(seen).doesNotHaveDuplicates().hasSize(7);
    }

    @Test
    void theLinkKeepsWhatWasAskedFor() {
        for (var i = 0; i < 3; i++) {
            people.clientOf(clinician);
        }
        var reply = clinician.asks().get("/v1/clients?limit=1&sort=name&q=cleo");
        assertThat(link(reply.header("Link")))
                .contains("limit=1")
                .contains("sort=name")
                .contains("q=cleo");
        assertThat(link(reply.header("Link"))).contains("after=" + reply.<String>path("next"));
    }

    @Test
    void aCursorThatIsNoneIsRefused() {
        for (var cursor : List.of("x", "%00", "AAAA", "e30", "a".repeat(499))) {
            var status = clinician
                    .asks()
                    .urlEncodingEnabled(false)
                    .get("/v1/clients?after=" + cursor)
                    .statusCode();
            assertThat(status).as(cursor).isIn(400, 422);
        }
        clinician.asks().get("/v1/clients?limit=201").then().statusCode(422);
    }

    @Test
    void aQuestionnaireThatIsKnownIsNotSentAgain() {
        for (var path : List.of("/v1/questionnaires/phq-9", "/v1/questionnaires/phq-9/versions/1")) {
            var first = client.asks().get(path);
            var tag = first.header("ETag");
            assertThat(tag).startsWith("\"");
            var again = client.asks().header("If-None-Match", tag).get(path);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.asString()).isEmpty();
            assertThat(again.header("ETag")).isEqualTo(tag);
            client.asks().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
        }
    }

    /** Adds the ids of a page; where the next one is. */
    private @Nullable String page(String at, List<String> seen) {
        var reply = clinician.asks().urlEncodingEnabled(false).get(at);
        assertThat(reply.statusCode()).isEqualTo(200);
        seen.addAll(reply.<List<String>>path("items.id"));
        var next = link(reply.header("Link"));
        assertThat(next == null).isEqualTo(reply.path("next") == null);
        return next == null ? null : at.substring(0, at.indexOf('?')) + next; // a reference of a query alone
    }

    private static @Nullable String link(@Nullable String header) {
        if (header == null) {
            return null;
        }
        var found = NEXT.matcher(header);
        assertThat(found.find()).as(header).isTrue();
        return found.group(1);
    }
}
