package dev.kith.alert;

import static dev.kith.alert.Alerted.acknowledges;
import static dev.kith.alert.Alerted.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import dev.kith.alert.Alerted.Cast;
import dev.kith.house.AtOnce;
import dev.kith.house.MailServer;
import dev.kith.house.People;
import dev.kith.house.People.Someone;
import dev.kith.tenancy.Practices;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members hear by e-mail that something waits, at least once, and nothing else. */
@QuarkusTest
class AlertMailTest {
    @Inject
    People people;

    @Inject
    Alerted alerted;

    @Inject
    Practices practices;

    @Inject
    ClaimingTellings claiming;

    @Inject
    Clock clock;

    Cast cast;

    @BeforeEach
    void found() {
        cast = alerted.cast();
    }

    @ParameterizedTest
    @CsvSource({
        "en, de, Something waits for you in Willow",
        "de-AT, en, In Willow wartet etwas auf Sie",
        "es, en, Algo le espera en Willow",
        ", de, In Willow wartet etwas auf Sie",
        "nl, fr, Something waits for you in Willow"
    })
    void itIsInTheMembersLanguageElseThePracticesElseEnglish(String member, String practice, String subject)
            throws Exception {
        people.run(cast.practice(), "update member set language = ?", member);
        people.run(cast.practice(), "update practice set language = ? where id = kith_practice()", practice);
        alerted.alert(cast);
        assertThat(sent(cast.clinician()).get(0).getSubject()).isEqualTo(subject);
    }

    @Test
    void nothingInItTellsOfAClientOrOfWhatItIs() throws Exception {
        people.run(cast.practice(), "update client set display_name = 'canary-name'");
        people.run(
                cast.practice(),
                "update practice set name = E'W<b>\\r\\nBcc: spy@evil.example\\r\\n' where id = kith_practice()");
        alerted.onCall(cast);
        var alert = alerted.alert(cast);
        var mail = sent(cast.clinician()).get(0);
        var raw = MailServer.raw(mail).toLowerCase(Locale.ROOT);
        assertThat(raw)
                .contains("https://staff.willow.example/alerts", "auto-submitted: auto-generated", "text/html")
                .doesNotContain(
                        "canary", "phq", "alert/", alert, cast.client().id().toString())
                .doesNotContain("critical", "self-harm", "client", "patient", "crisis", "\nbcc:")
                .contains("<title>something waits for you in w&lt;b&gt;");
        assertThat(mail.getAllRecipients()).hasSize(1);
        read(cast.clinician(), alert).body("history[0].told.state", contains("told"));
    }

    @Test
    void manyAlertsAtOnceAreOneEMail() throws Exception {
        for (var i = 0; i < 5; i++) {
            alerted.alert(cast);
        }
        assertThat(sent(cast.clinician())).hasSize(1);
        assertThat(tellings("told")).isEqualTo(5);
    }

    @Test
    void whatNobodyNeedsToKnowAnyMoreIsNotSent() throws Exception {
        acknowledges(cast.clinician(), alerted.alert(cast)).statusCode(200);
        assertThat(sent(cast.clinician())).isEmpty();
        assertThat(tellings("needless")).isOne();
    }

    @Test
    void withoutAMailServerItWaitsAndIsSentOnceThereIsOneAndMeanwhileGoesOn() throws Exception {
        var alert = alerted.alert(cast);
        alerted.mail(cast);
        assertThat(tellings("waiting")).isOne();
        alerted.work(cast, alerted.in(Duration.ofMinutes(61)));
        alerted.mail(cast);
        read(cast.clinician(), alert).body("history.what", contains("raised", "escalated"));
        assertThat(tellings("waiting")).isEqualTo(2);
        assertThat(people.count(cast.practice(), "select max(tries) from alert_telling"))
                .isOne();
        try (var mail = MailServer.open()) {
            alerted.mail(cast);
            assertThat(mail.counts()).as("not before its time").isEmpty();
            people.run(cast.practice(), "update alert_telling set try_at = now()");
            alerted.mail(cast);
            assertThat(mail.to(address(cast.clinician()))).hasSize(1);
            assertThat(mail.to(address(cast.supervisor()))).hasSize(1);
        }
        assertThat(tellings("told")).isEqualTo(2);
    }

    @Test
    void whatAWorkerTookAndNeverFinishedIsSentAgain() throws Exception {
        alerted.alert(cast);
        practices.within(cast.practice(), () -> claiming.claim(clock.instant()));
        assertThat(sent(cast.clinician())).as("somebody is at it").isEmpty();
        people.run(cast.practice(), "update alert_telling set claimed_at = claimed_at - interval '3 minutes'");
        assertThat(sent(cast.clinician())).hasSize(1);
    }

    @Test
    void manyReplicasSendItOnce() throws Exception {
        alerted.alert(cast);
        try (var mail = MailServer.open()) {
            AtOnce.times(8, () -> {
                alerted.mail(cast);
                return true;
            });
            assertThat(mail.to(address(cast.clinician()))).hasSize(1);
        }
    }

    @Test
    void whoHasNoAddressKeepsNobodyElseFromBeingTold() throws Exception {
        var alert = alerted.alert(cast);
        people.run(
                cast.practice(),
                "update member set email = 'no where' where id = ?",
                cast.clinician().id());
        alerted.work(cast, alerted.in(Duration.ofMinutes(61)));
        assertThat(sent(cast.supervisor())).hasSize(1);
        read(cast.clinician(), alert)
                .body("history[0].told.state", contains("no-address"), "history[1].told.state", contains("told"));
    }

    @Test
    void whoItPassesToIsToldAndWhoLeftIsNot() throws Exception {
        alerted.alert(cast);
        cast.admin()
                .asks()
                .header("If-Match", "*")
                .body("{\"roles\": [\"admin\"]}")
                .patch("/v1/members/" + cast.clinician().id())
                .then()
                .statusCode(200);
        try (var mail = MailServer.open()) {
            alerted.mail(cast);
            assertThat(mail.to(address(cast.supervisor()))).hasSize(1);
            assertThat(mail.to(address(cast.clinician()))).isEmpty();
        }
    }

    @Test
    void pausesDoubleUpToAQuarterOfAnHour() {
        assertThat(NotingTellings.pause(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(NotingTellings.pause(3)).isEqualTo(Duration.ofMinutes(2));
        assertThat(NotingTellings.pause(6)).isEqualTo(Duration.ofMinutes(15));
        assertThat(NotingTellings.pause(100_000)).isEqualTo(Duration.ofMinutes(15));
    }

    private List<MimeMessage> sent(Someone to) throws Exception {
        try (var mail = MailServer.open()) {
            alerted.mail(cast);
            return mail.to(address(to));
        }
    }

    private String address(Someone who) {
        return cast.admin()
                .asks()
                .get("/v1/members/" + who.id())
                .then()
                .statusCode(200)
                .extract()
                .path("email");
    }

    private long tellings(String state) {
        return people.count(cast.practice(), "select count(*) from alert_telling where state = '" + state + "'");
    }
}
