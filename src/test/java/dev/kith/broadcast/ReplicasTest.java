package dev.kith.broadcast;

import static dev.kith.house.OwnQuestionnaire.json;
import static dev.kith.house.OwnQuestionnaire.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.house.OwnQuestionnaire;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.time.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** What another replica publishes is seen here within a second, and what is published here is told to the others. */
@QuarkusTest
class ReplicasTest {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration RECONNECTED = Duration.ofSeconds(10);
    private static final String PUBLISH = """
        update questionnaire_version set state = 'published', change = 'substantive', published_by = edited_by, published_at = now()
        where practice_id = kith_practice() and key = 'evening' and state = 'draft'
        """;

    @Inject
    People people;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    Someone author;

    @BeforeEach
    void found() {
        author = people.practice();
        author.asks().body(json("evening")).post("/v1/questionnaires").then().statusCode(201);
        assertThat(seen()).isFalse();
    }

    @Test
    void whatAnotherReplicaPublishesIsSeenWithinASecond() throws SQLException {
        people.run(author.practice(), PUBLISH);
        assertThat(seen()).isFalse(); // from memory: nobody has told us
        tell("questionnaires " + author.practice());
        assertThat(within(SOON, this::seen)).isTrue();
    }

    @Test
    void othersAndNonsenseAreHeardWithoutHarm() throws SQLException {
        people.run(author.practice(), PUBLISH);
        tell("questionnaires " + Ids.next());
        tell("somethingelse " + author.practice());
        tell("questionnaires");
        tell("");
        tell("questionnaires not-an-id");
        assertThat(within(Duration.ofMillis(300), this::seen)).isFalse();
        tell("questionnaires " + author.practice());
        assertThat(within(SOON, this::seen)).isTrue();
    }

    @Test
    void afterAGapEverythingIsReadAgain() throws SQLException {
        people.run(author.practice(), PUBLISH);
        assertThat(seen()).isFalse();
        try (var connection = connect();
                var end = connection.createStatement()) {
            end.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where application_name = 'kith-broadcast' and usename = current_user");
        }
        assertThat(within(SOON, this::seen)).isTrue();
        // and from then on it hears again
        author.asks()
                .body("{}")
                .post("/v1/questionnaires/evening/versions")
                .then()
                .statusCode(201);
        people.run(author.practice(), PUBLISH);
        var newer = within(RECONNECTED, () -> {
            tell("questionnaires " + author.practice());
            return author.asks()
                    .get("/v1/questionnaires/evening")
                    .path("version")
                    .equals(2);
        });
        assertThat(newer).isTrue();
    }

    @Test
    void whatIsPublishedHereIsToldWhenItIsCommitted() throws SQLException {
        try (var other = connect();
                var listen = other.createStatement()) {
            listen.execute("listen " + Broadcast.CHANNEL);
            author.asks()
                    .body("{\"change\": \"editorial\"}")
                    .post(path("evening", 1) + "/publication")
                    .then()
                    .statusCode(422);
            author.asks()
                    .body("{\"change\": \"substantive\"}")
                    .post(path("evening", 1) + "/publication")
                    .then()
                    .statusCode(200);
            assertThat(seen()).isTrue(); // here at once
            var told = other.unwrap(PGConnection.class).getNotifications(1_000);
            assertThat(told).hasSize(1);
            assertThat(told[0].getParameter()).isEqualTo("questionnaires " + author.practice());
        }
    }

    @Test
    void twoPracticesKeepTheirOwnUnderOneKey() {
        OwnQuestionnaire.publish(author, json("evening").replace("evening", "morning"), "morning");
        var other = people.practice();
        OwnQuestionnaire.publish(other, json("morning").replace("Evening check", "Theirs"), "morning");
        assertThat(author.asks().get("/v1/questionnaires/morning").<String>path("title"))
                .isNotEqualTo("Theirs");
        assertThat(other.asks().get("/v1/questionnaires/morning").<String>path("title"))
                .isEqualTo("Theirs");
    }

    private boolean seen() {
        return author.asks().get("/v1/questionnaires/evening").statusCode() == 200;
    }

    private void tell(String payload) {
        try (var connection = connect();
                var notify = connection.prepareStatement("select pg_notify('kith_news', ?)")) {
            notify.setString(1, payload);
            notify.execute();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static boolean within(Duration patience, BooleanSupplier looked) {
        var end = System.nanoTime() + patience.toNanos();
        do {
            if (looked.getAsBoolean()) {
                return true;
            }
        } while (System.nanoTime() < end);
        return false;
    }
}
