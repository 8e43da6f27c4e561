package dev.kith.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.People.Someone;
import dev.kith.house.Rows;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What is refused is refused as a problem, with little work and few words, and leaves no trace. */
final class Refused {
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final int FEW_CHARACTERS = 100_000;
    private static final int MOST_FAULTS = 200;

    private Refused() {}

    static Response by(Rows rows, Someone author, Supplier<Response> call) {
        var before = rows.of(author.practice());
        var began = System.nanoTime();
        var reply = call.get();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
        assertThat(reply.statusCode()).as(reply.asString()).isIn(400, 413, 422);
        assertThat(reply.contentType()).startsWith("application/problem+json");
        assertThat(reply.asString()).hasSizeLessThan(FEW_CHARACTERS);
        if (reply.statusCode() != 413) {
            assertThat(told(reply)).isNotEmpty().hasSizeLessThanOrEqualTo(MOST_FAULTS);
        }
        assertThat(rows.of(author.practice())).isEqualTo(before);
        return reply;
    }

    /** Each fault: its pointer and its code. */
    static List<String> told(Response reply) {
        return reply.path("errors.collect { it.pointer + ' ' + it.code }");
    }
}
