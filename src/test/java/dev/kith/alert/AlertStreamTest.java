package dev.kith.alert;

import static dev.kith.alert.Alerted.acknowledges;
import static dev.kith.alert.Alerted.resolves;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.alert.Alerted.Cast;
import dev.kith.alert.Followed.Event;
import dev.kith.house.Logged;
import dev.kith.house.People;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What whoever follows the alerts is told, wherever it was done and however it is interrupted. */
@QuarkusTest
class AlertStreamTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @Inject
    People people;

    @Inject
    Alerted alerted;

    @Inject
    Streaming streaming;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    Cast cast;

    @BeforeEach
    void found() throws InterruptedException {
        cast = alerted.cast();
        assertThat(within(SOON, () -> streaming.openOnes() == 0)).isTrue();
    }

    @Test
    void eachStepIsToldAsItIsTaken() throws Exception {
        try (var stream = Followed.by(cast.clinician(), null)) {
            assertThat(stream.await(1).get(0).name()).isEqualTo("open");
            var alert = alerted.alert(cast);
            acknowledges(cast.clinician(), alert).statusCode(200);
            resolves(cast.clinician(), alert).statusCode(200);
            var told = stream.await(4);
            assertThat(names(told)).containsExactly("open", "alert.raised", "alert.acknowledged", "alert.resolved");
            assertThat(told.get(1).data())
                    .contains(alert, cast.client().id().toString(), "\"state\":\"open\"", "\"severity\":\"critical\"")
                    .doesNotContain("Safe tonight", "Cleo");
        }
    }

    @Test
    void aStreamGoesOnWhereItWasCutOff() throws Exception {
        String last;
        try (var stream = Followed.by(cast.clinician(), null)) {
            alerted.alert(cast);
            last = stream.await(2).get(1).id();
        }
        var missed = alerted.alert(cast);
        try (var stream = Followed.by(cast.clinician(), last)) {
            assertThat(within(
                            SOON,
                            () -> stream.seen().stream()
                                    .anyMatch(event -> event.data().contains(missed)
                                            && event.name().equals("alert.raised"))))
                    .isTrue();
        }
    }

    @Test
    void whatCommitsLateIsNotMissed() throws Exception {
        var early = alerted.alert(cast);
        String last;
        try (var late = DriverManager.getConnection(url, user, password)) {
            late.setAutoCommit(false);
            try (var statement = late.createStatement()) {
                statement.execute("select set_config('kith.practice', '" + cast.practice() + "', true)");
                statement.execute("""
                    insert into alert_step (practice_id, alert_id, number, what, at, by_kind, by_id, state)
                    values (kith_practice(), '%s', 99, 'linked', now(), 'system', kith_practice(), 'open')
                    """.formatted(early));
            }
            try (var stream = Followed.by(cast.clinician(), null)) {
                stream.await(1);
                alerted.alert(cast); // begins after it, and commits before it
                last = stream.await(3).get(2).id();
            }
            late.commit();
        }
        try (var stream = Followed.by(cast.clinician(), last)) {
            assertThat(within(
                            SOON,
                            () -> stream.seen().stream()
                                    .anyMatch(event -> event.data().contains("\"number\":99"))))
                    .isTrue();
        }
    }

    @Test
    void whatAnotherReplicaDidIsToldToo() throws Exception {
        var alert = alerted.alert(cast);
        try (var stream = Followed.by(cast.clinician(), null);
                var other = DriverManager.getConnection(url, user, password)) {
            stream.await(1);
            other.setAutoCommit(false);
            try (var statement = other.createStatement()) {
                statement.execute("select set_config('kith.practice', '" + cast.practice() + "', true)");
                statement.execute("""
                    insert into alert_step (practice_id, alert_id, number, what, at, by_kind, by_id, state)
                    values (kith_practice(), '%s', 50, 'linked', now(), 'system', kith_practice(), 'open')
                    """.formatted(alert));
                statement.execute("select pg_notify('kith_news', 'alerts " + cast.practice() + "')");
            }
            other.commit();
            assertThat(stream.await(2).get(1).data()).contains("\"number\":50");
        }
    }

    @Test
    void othersAreToldNothingOfIt() throws Exception {
        var colleague = people.clinician(cast.practice());
        try (var neighbour = Followed.by(colleague, null);
                var elsewhere = Followed.by(people.practice(), null);
                var own = Followed.by(cast.clinician(), null)) {
            neighbour.await(1);
            elsewhere.await(1);
            own.await(1);
            alerted.alert(cast);
            own.await(2);
            streaming.beat();
            Thread.sleep(500);
            assertThat(names(neighbour.seen())).containsExactly("open");
            assertThat(names(elsewhere.seen())).containsExactly("open");
        }
    }

    @Test
    void itEndsWithTheSessionAndWhenRolesChange() throws Exception {
        try (var stream = Followed.by(cast.clinician(), null);
                var supervisor = Followed.by(cast.supervisor(), null)) {
            stream.await(1);
            supervisor.await(1);
            people.run(
                    cast.practice(),
                    "update session set ended_at = now(), ended_why = 'signed-out' where account_id = ?",
                    cast.clinician().account());
            people.run(
                    cast.practice(),
                    "update member set roles = array['admin'] where id = ?",
                    cast.supervisor().id());
            streaming.beat();
            assertThat(within(SOON, stream::isOver)).isTrue();
            assertThat(within(SOON, supervisor::isOver)).isTrue();
        }
        assertThat(within(SOON, () -> streaming.openOnes() == 0)).isTrue();
    }

    @Test
    void nobodyHasMoreThanFiveAndPlacesAreGivenBack() throws Exception {
        var open = new ArrayList<Followed>();
        for (var i = 0; i < Streaming.MOST_OF_ONE; i++) {
            var stream = Followed.by(cast.clinician(), null);
            stream.await(1);
            open.add(stream);
        }
        try (var another = Followed.by(cast.clinician(), null)) {
            assertThat(another.status()).isEqualTo(429);
            assertThat(another.header("Retry-After")).isEqualTo("10");
        }
        try (var somebodyElse = Followed.by(cast.supervisor(), null)) {
            assertThat(somebodyElse.status()).isEqualTo(200);
        }
        for (var stream : open) {
            stream.close();
        }
        assertThat(within(SOON, () -> {
                    streaming.beat();
                    return streaming.openOnes() == 0;
                }))
                .isTrue();
    }

    @Test
    void whoCutsTheConnectionWhileItIsWrittenToIsNoError() throws Exception {
        var alert = alerted.alert(cast);
        var from = NewsPosition.before(1).write(cast.practice());
        people.run(cast.practice(), """
                insert into alert_step (practice_id, alert_id, number, what, at, by_kind, by_id, state)
                select kith_practice(), '%s', n, 'linked', now(), 'system', kith_practice(), 'open' from generate_series(2, 200) n
                """.formatted(alert));
        try (var logged = Logged.under("org.jboss.resteasy.reactive.server");
                var ours = Logged.under("dev.kith.alert")) {
            for (var i = 0; i < 40; i++) {
                cutOff(from, i);
            }
            assertThat(within(SOON, () -> {
                        streaming.beat();
                        return streaming.openOnes() == 0;
                    }))
                    .isTrue();
            assertThat(logged.lines()).noneMatch(line -> line.contains("Exception"));
            assertThat(ours.lines()).isEmpty();
        }
    }

    /** Goes away without a word after so many times 64 bytes. */
    private void cutOff(String from, int many) throws Exception {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoLinger(true, 0);
            socket.setSoTimeout((int) SOON.toMillis());
            socket.getOutputStream().write("""
                GET /v1/alerts/stream HTTP/1.1
                Host: 127.0.0.1
                Authorization: Bearer %s
                Accept: text/event-stream
                Last-Event-ID: %s

                """.formatted(cast.clinician().token(), from)
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            var read = new byte[64];
            assertThat(socket.getInputStream().readNBytes(read, 0, 15)).isEqualTo(15);
            assertThat(new String(read, 0, 15, StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 200 OK");
            for (var i = 0; i < many; i++) {
                socket.getInputStream().readNBytes(read, 0, 64);
            }
        }
        assertThat(within(SOON, () -> streaming.openOnes() < Streaming.MOST_OF_ONE))
                .isTrue();
    }

    @Test
    void aPositionThatIsNoneIsRefused() throws Exception {
        try (var stream = Followed.by(cast.clinician(), "nowhere")) {
            assertThat(stream.status()).isEqualTo(400);
        }
        try (var stream = Followed.by(
                cast.clinician(), NewsPosition.before(1).write(people.practice().practice()))) {
            assertThat(stream.status()).isEqualTo(400);
        }
        try (var stream = Followed.by(cast.client(), null)) {
            assertThat(stream.status()).isEqualTo(403);
        }
    }

    @Test
    void aRestoredDatabaseBeginsAnew() throws Exception {
        var ahead = NewsPosition.before(Long.MAX_VALUE / 2).write(cast.practice());
        try (var stream = Followed.by(cast.clinician(), ahead)) {
            assertThat(stream.await(1).get(0).name()).isEqualTo("open");
        }
    }

    private static List<String> names(List<Event> events) {
        return events.stream().map(Event::name).toList();
    }

    static boolean within(Duration time, BooleanSupplier holds) throws InterruptedException {
        var end = System.nanoTime() + time.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }
}
