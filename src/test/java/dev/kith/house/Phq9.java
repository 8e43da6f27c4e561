package dev.kith.house;

import static io.restassured.RestAssured.given;

import dev.kith.house.People.Someone;
import dev.kith.time.Ids;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers to the PHQ-9 that come to a chosen total. */
public final class Phq9 {
    private static final int ITEMS = 9;
    private static final int MOST = 3;

    private Phq9() {}

    /** With a total up to 24 nothing critical is answered; the last item takes what is over. */
    public static String answers(int total) {
        return answers(Math.min(total, (ITEMS - 1) * MOST), Math.max(0, total - (ITEMS - 1) * MOST));
    }

    /** The first eight items come to so much, and the last is answered so. */
    public static String answers(int firstEight, int ninth) {
        return IntStream.rangeClosed(1, ITEMS)
                .mapToObj(item -> "\"phq-9.%d\": %d"
                        .formatted(
                                item,
                                item == ITEMS ? ninth : Math.max(0, Math.min(MOST, firstEight - MOST * (item - 1)))))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Typed in by a clinician as given then; the response's id. */
    public static UUID givenOn(Someone clinician, Someone client, String answers, String authoredAt) {
        var id = Ids.next();
        given().auth()
                .oauth2(clinician.token())
                .contentType("application/json")
                .body(
                        "{\"client\": \"%s\", \"questionnaire\": \"phq-9\", \"author\": \"client\", \"authoredAt\": \"%s\", \"answers\": %s, \"complete\": true}"
                                .formatted(client.id(), authoredAt, answers))
                .put("/v1/responses/" + id)
                .then()
                .statusCode(201);
        return id;
    }
}
