package dev.kith.letterhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.People;
import dev.kith.house.People.Someone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands on a practice's letters is the practice's to say. */
@QuarkusTest
class LetterheadTest {
    static final String WILLOW = """
        {"name": "Willow Practice", "address": ["12 Orchard Lane", "3511 AB Utrecht"], "phone": "+31 30 555 0100",
         "email": "hello@willow.example", "website": "https://willow.example/care", "registration": "Trade register 00000000",
         "logoAlt": "A twig"}
        """;

    @Inject
    People people;

    private Someone admin;

    @BeforeEach
    void found() {
        admin = people.practice();
    }

    @Test
    void itSaysNothingUntilOneIsWritten() {
        read(admin)
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("name", nullValue(), "address", empty(), "logo", nullValue(), "version", equalTo(0));
    }

    @Test
    void anAdminWritesItAndMembersReadIt() {
        write(admin, "\"0\"", WILLOW).statusCode(200).header("ETag", "\"1\"").body("version", equalTo(1));
        for (var member :
                new Someone[] {admin, people.clinician(admin.practice()), people.supervisor(admin.practice())}) {
            read(member)
                    .statusCode(200)
                    .header("ETag", "\"1\"")
                    .body("name", equalTo("Willow Practice"))
                    .body("address", contains("12 Orchard Lane", "3511 AB Utrecht"))
                    .body("phone", equalTo("+31 30 555 0100"))
                    .body("email", equalTo("hello@willow.example"))
                    .body("website", equalTo("https://willow.example/care"))
                    .body("registration", equalTo("Trade register 00000000"))
                    .body("logoAlt", equalTo("A twig"));
        }
        admin.asks().header("If-None-Match", "\"1\"").get(PATH).then().statusCode(304);
    }

    @Test
    void whatIsLeftOutIsNoLongerThere() {
        write(admin, "\"0\"", WILLOW);
        write(admin, "\"1\"", "{\"address\": []}")
                .statusCode(200)
                .body("name", nullValue(), "address", empty(), "phone", nullValue(), "logoAlt", nullValue());
    }

    @Test
    void theSameAgainMakesNoNewVersionAndLeavesNoTrace() {
        write(admin, "\"0\"", WILLOW).statusCode(200);
        write(admin, "\"1\"", WILLOW).statusCode(200).header("ETag", "\"1\"");
        assertThat(traces(
                        people,
                        admin,
                        "audit_entry where action = 'letterhead.changed' and subject_id = kith_practice()"))
                .isEqualTo(1);
        assertThat(traces(
                        people, admin, "outbox_event where kind = 'letterhead.changed' and about_id = kith_practice()"))
                .isEqualTo(1);
    }

    @Test
    void aChangeSaysWhichVersionItIsMadeOn() {
        write(admin, "\"0\"", WILLOW).statusCode(200);
        write(admin, "\"0\"", "{\"address\": [\"Elsewhere\"]}").statusCode(412);
        admin.asks().body(WILLOW).put(PATH).then().statusCode(428);
        read(admin).body("version", equalTo(1), "name", equalTo("Willow Practice"));
    }

    @Test
    void onlyAnAdminWritesItAndOnlyMembersReadIt() {
        var client = people.client(admin.practice());
        var software = people.integration(admin.practice(), "practice:read");
        for (var other :
                new Someone[] {people.clinician(admin.practice()), people.supervisor(admin.practice()), client, software
                }) {
            write(other, "\"0\"", WILLOW).statusCode(403);
        }
        read(client).statusCode(403);
        read(software).statusCode(403);
        read(admin).body("version", equalTo(0));
    }

    @Test
    void itStaysWithinItsPractice() {
        var other = people.practice();
        write(admin, "\"0\"", WILLOW).statusCode(200);
        read(other).body("version", equalTo(0), "name", nullValue());
        write(other, "\"1\"", WILLOW).statusCode(412);
        write(other, "\"0\"", "{\"address\": [\"1 Quay\"]}").statusCode(200);
        read(admin).body("address", contains("12 Orchard Lane", "3511 AB Utrecht"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        "address": [], "name": "  "                            | /name
        "address": [], "name": "Willow\\u0007"                 | /name
        "address": [], "name": "Willow\\nPractice"             | /name
        "address": ["1", "2", "3", "4", "5", "6"]              | /address
        "address": ["12 Orchard Lane", "3511\\tUtrecht"]       | /address/1
        "address": [null]                                      | /address/0
        "name": "Willow"                                       | /address
        "address": [], "phone": "ask for Noor"                 | /phone
        "address": [], "phone": "+31 30\\r\\n555"              | /phone
        "address": [], "email": "hello"                        | /email
        "address": [], "website": "javascript:alert(1)"        | /website
        "address": [], "website": "willow.example/a b"         | /website
        "address": [], "website": "willow.example/\\u001b"      | /website
        "address": [], "registration": "a\\u0000b"             | MALFORMED
        "address": [], "registration": "a\\u001bb"             | /registration
        "address": [], "logoAlt": ""                           | /logoAlt
        "address": [], "colour": "green"                       | MALFORMED
        "address": ["1", 2]                                    | MALFORMED
        """)
    void whatBreaksARuleIsPointedAtAndChangesNothing(String body, String pointer) {
        var reply = write(admin, "\"0\"", "{" + body + "}");
        if (pointer.equals("MALFORMED")) {
            reply.statusCode(400);
        } else {
            reply.statusCode(422).body("errors[0].pointer", equalTo(pointer));
        }
        read(admin).body("version", equalTo(0));
    }

    @ParameterizedTest
    @CsvSource({"name, 120", "phone, 40", "website, 200", "registration, 160", "logoAlt, 200"})
    void eachTextEndsSomewhere(String field, int most) {
        var start = field.equals("website") ? "w." : "";
        write(admin, "\"0\"", body(field, start + "1".repeat(most - start.length())))
                .statusCode(200);
        write(admin, "\"1\"", body(field, start + "1".repeat(most - start.length() + 1)))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/" + field));
    }

    @Test
    void theLongestAddressIsKept() {
        var line = "\"" + "ß".repeat(100) + "\"";
        var five = String.join(", ", line, line, line, line, line);
        write(admin, "\"0\"", "{\"address\": [" + five + "]}").statusCode(200);
        write(admin, "\"1\"", "{\"address\": [\"" + "x".repeat(101) + "\"]}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/address/0"));
    }

    static final String PATH = "/v1/practice/letterhead";

    private static String body(String field, String text) {
        return "{\"address\": [], \"" + field + "\": \"" + text + "\"}";
    }

    private static ValidatableResponse read(Someone who) {
        return who.asks().get(PATH).then();
    }

    static ValidatableResponse write(Someone who, String version, String body) {
        return who.asks().header("If-Match", version).body(body).put(PATH).then();
    }

    /** How many rows of somebody's practice. */
    static long traces(People people, Someone who, String where) {
        return people.count(who.practice(), "select count(*) from " + where);
    }
}
