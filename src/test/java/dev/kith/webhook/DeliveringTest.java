package dev.kith.webhook;

import static dev.kith.house.Patience.until;
import static dev.kith.webhook.Hooked.asksFor;
import static dev.kith.webhook.Hooked.deliveries;
import static dev.kith.webhook.Hooked.hook;
import static dev.kith.webhook.Hooked.reads;
import static dev.kith.webhook.Hooked.writes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.kith.house.AtOnce;
import dev.kith.house.Consumer;
import dev.kith.house.Consumer.Heard;
import dev.kith.house.People;
import dev.kith.house.RunningJar;
import dev.kith.tenancy.Practices;
import dev.kith.webhook.Hooked.Cast;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each event reaches each webhook that wants to hear of it, at least once, whatever breaks. */
@QuarkusTest
class DeliveringTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    @Inject
    People people;

    @Inject
    Hooked hooked;

    @Inject
    Dispatching dispatching;

    @Inject
    Following following;

    @Inject
    ClaimingDeliveries claiming;

    @Inject
    SweepingEvents sweeping;

    @Inject
    Practices practices;

    @Inject
    Names names;

    @Inject
    Clock clock;

    Cast cast;

    @BeforeEach
    void found() {
        cast = hooked.cast();
    }

    @Test
    void aConsumerThatWasDownStillHearsOfEachCriticalAnswerOnce() throws Exception {
        var port = RunningJar.freePort();
        var hook = hook(cast.admin(), "http://127.0.0.1:" + port + "/kith", "alert.raised");
        for (var i = 0; i < 5; i++) {
            hooked.answer(cast);
            hooked.send(cast);
        }
        assertThat(hooked.count(cast, "waiting")).isEqualTo(5);
        reads(cast.admin(), hook)
                .body("health.lastFault", equalTo("not-connected"))
                .body("health.lastStatus", nullValue())
                .body("health.waiting", equalTo(5));
        try (var consumer = Consumer.on(port)) {
            hooked.pausesAreOver(cast);
            hooked.send(cast);
            hooked.send(cast);
            assertThat(consumer.heard("alert.raised").stream().map(Heard::subject))
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(alerts());
        }
        reads(cast.admin(), hook)
                .body("health.state", equalTo("well"))
                .body("health.consecutiveFailures", equalTo(0))
                .body("health.waiting", equalTo(0));
    }

    @Test
    void whatIsSentIsSignedAsTheReferenceLibraryChecksIt() throws Exception {
        try (var consumer = Consumer.open()) {
            var hook = hook(cast.admin(), consumer.url());
            hooked.answer(cast);
            hooked.send(cast);
            assertThat(consumer.heard()).isNotEmpty();
            for (var heard : consumer.heard()) {
                assertThat(heard.json().path("id").asString()).isEqualTo(heard.id());
                assertThat(heard.header("content-type")).isEqualTo("application/json");
                assertThatCode(() -> verify(hook.secret(), heard)).doesNotThrowAnyException();
                assertThatCode(() -> verify("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", heard))
                        .isInstanceOf(com.standardwebhooks.exceptions.WebhookVerificationException.class);
            }
        }
    }

    @Test
    void forADayBothSecretsSignThenTheNewOneAlone() throws Exception {
        try (var consumer = Consumer.open()) {
            var hook = hook(cast.admin(), consumer.url());
            var other = rotated(hook);
            reads(cast.admin(), hook).body("previousSecretUntil", notNullValue());
            tested(hook);
            hooked.send(cast);
            var both = consumer.heard("webhook.tested").get(0);
            verify(hook.secret(), both);
            verify(other, both);
            people.run(cast.practice(), "update webhook set previous_until = now() - interval '1 second'");
            consumer.forget();
            tested(hook);
            hooked.send(cast);
            var one = consumer.heard("webhook.tested").get(0);
            verify(other, one);
            assertThatCode(() -> verify(hook.secret(), one))
                    .isInstanceOf(com.standardwebhooks.exceptions.WebhookVerificationException.class);
        }
    }

    @Test
    void nothingButIdsATypeAndATimeIsSent() throws Exception {
        people.run(cast.practice(), "update client set display_name = 'canary-name'");
        try (var consumer = Consumer.open()) {
            hook(cast.admin(), consumer.url());
            hooked.happens(cast, "some.happened", 1);
            hooked.answer(cast);
            hooked.send(cast);
            for (var heard : consumer.heard()) {
                assertThat(heard.body()).doesNotContain("canary", "phq", "severity", "critical");
                assertThat(heard.json().propertyNames()).containsExactly("id", "type", "at", "subjectId", "clientId");
            }
            assertThat(consumer.heard("alert.raised")
                            .get(0)
                            .json()
                            .path("clientId")
                            .asString())
                    .isEqualTo(cast.client().id().toString());
        }
    }

    @Test
    void whatIsRefusedIsTriedAgainAtItsTimeWithTheSameId() throws Exception {
        try (var consumer = Consumer.open().says(heard -> 500)) {
            var hook = hook(cast.admin(), consumer.url(), "some.*");
            hooked.happens(cast, "some.happened", 1);
            hooked.send(cast);
            hooked.send(cast);
            assertThat(consumer.heard()).as("not before its time").hasSize(1);
            assertThat(deliveries(cast.admin(), hook, "&state=waiting"))
                    .singleElement()
                    .satisfies(one -> assertThat(one)
                            .containsEntry("lastStatus", 500)
                            .containsEntry("lastFault", "refused")
                            .containsEntry("attempts", 1)
                            .doesNotContainKeys("clientId", "body"));
            consumer.says(heard -> 200);
            hooked.pausesAreOver(cast);
            hooked.send(cast);
            assertThat(consumer.heard().stream().map(Heard::id).distinct()).hasSize(1);
            assertThat(consumer.heard()).hasSize(2);
        }
        assertThat(hooked.count(cast, "delivered")).isOne();
    }

    @Test
    void whoeverIsGoneIsNotCalledAgain() throws Exception {
        try (var consumer = Consumer.open().says(heard -> 410)) {
            var hook = hook(cast.admin(), consumer.url(), "some.*");
            hooked.happens(cast, "some.happened", 10);
            hooked.send(cast);
            reads(cast.admin(), hook)
                    .body("state", equalTo("disabled"))
                    .body("disabledBecause", equalTo("gone"))
                    .body("health.lastStatus", equalTo(410));
            var calls = consumer.heard().size();
            assertThat(calls).isLessThanOrEqualTo(Round.LANES);
            hooked.pausesAreOver(cast);
            hooked.send(cast);
            assertThat(consumer.heard()).hasSize(calls);
            assertThat(
                            people.count(
                                    cast.practice(),
                                    "select count(*) from audit_entry where action = 'webhook.disabled' and actor_kind = 'system'"))
                    .isOne();
            consumer.says(heard -> 204);
            hooked.happens(cast, "some.meanwhile", 1);
            writes(cast.admin(), hook, consumer.url(), "enabled").statusCode(200);
            hooked.send(cast);
            assertThat(consumer.heard("some.meanwhile"))
                    .as("while it was disabled")
                    .hasSize(1);
            assertThat(new HashSet<>(consumer.heard("some.happened").stream()
                            .map(Heard::id)
                            .toList()))
                    .hasSize(10);
        }
    }

    @Test
    void whatAnOldAddressAnswersIsNotChargedToTheNewOne() throws Exception {
        var go = new CountDownLatch(1);
        try (var old = Consumer.open().saysAfter(go, SOON, 410);
                var moved = Consumer.open()) {
            var hook = hook(cast.admin(), old.url(), "some.*");
            hooked.happens(cast, "some.happened", 1);
            var sending = dispatching.in(cast.practice());
            assertThat(until(SOON, () -> !old.heard().isEmpty())).isTrue();
            writes(cast.admin(), hook, moved.url(), "enabled").statusCode(200);
            go.countDown();
            sending.get(60, TimeUnit.SECONDS);
            reads(cast.admin(), hook)
                    .body("state", equalTo("enabled"))
                    .body("health.consecutiveFailures", equalTo(0))
                    .body("health.lastFailureAt", nullValue());
            assertThat(moved.heard().stream().map(Heard::id))
                    .as("what the old one did not take")
                    .containsExactlyElementsOf(
                            old.heard().stream().map(Heard::id).toList());
        }
        assertThat(people.count(cast.practice(), "select count(*) from audit_entry where action = 'webhook.disabled'"))
                .isZero();
    }

    @Test
    void oneThatWasMendedHearsAtOnceOfWhatWaitedForItsOwnTime() throws Exception {
        try (var broken = Consumer.open().says(heard -> 500);
                var mended = Consumer.open()) {
            var hook = hook(cast.admin(), broken.url(), "some.*");
            hooked.happens(cast, "some.happened", 1);
            hooked.send(cast);
            var later = "update webhook_delivery set next_at = now() + interval '20 hours' where state = 'waiting'";
            people.run(cast.practice(), later);
            writes(cast.admin(), hook, mended.url(), "enabled").statusCode(200);
            hooked.send(cast);
            assertThat(mended.heard("some.happened")).as("at its new address").hasSize(1);
            mended.says(heard -> 500);
            hooked.happens(cast, "some.other", 1);
            hooked.send(cast);
            people.run(cast.practice(), later);
            writes(cast.admin(), hook, mended.url(), "disabled").statusCode(200);
            mended.says(heard -> 204);
            writes(cast.admin(), hook, mended.url(), "enabled").statusCode(200);
            hooked.send(cast);
            assertThat(mended.heard("some.other")).as("enabled again").hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) throws Exception {
        try (var elsewhere = Consumer.open();
                var consumer = Consumer.open().redirectsTo(elsewhere.url(), status)) {
            var hook = hook(cast.admin(), consumer.url(), "some.*");
            hooked.happens(cast, "some.happened", 1);
            hooked.send(cast);
            assertThat(consumer.heard()).hasSize(1);
            assertThat(elsewhere.heard()).isEmpty();
            reads(cast.admin(), hook)
                    .body("health.lastStatus", equalTo(status))
                    .body("health.lastFault", equalTo("redirected"));
        }
    }

    @Test
    void aNameThatLeadsInsideByNowIsNotCalled() throws Exception {
        try (var consumer = Consumer.open()) {
            var given = (GivenNames) io.quarkus.arc.ClientProxy.unwrap(names);
            given.lead("rebinding.example", "8.8.8.8");
            var hook = hook(cast.admin(), "https://rebinding.example:" + consumer.port() + "/kith", "some.*");
            given.lead("rebinding.example", "10.0.0.1");
            hooked.happens(cast, "some.happened", 1);
            hooked.send(cast);
            reads(cast.admin(), hook).body("health.lastFault", equalTo("not-public"));
            given.lead("rebinding.example");
            hooked.pausesAreOver(cast);
            hooked.send(cast);
            reads(cast.admin(), hook).body("health.lastFault", equalTo("unknown-host"));
            assertThat(hooked.count(cast, "waiting")).isOne();
        }
    }

    @Test
    void whoIsSlowHoldsUpNobodyElse() throws Exception {
        var go = new CountDownLatch(1);
        try (var slow = Consumer.open().saysAfter(go, SOON, 204);
                var quick = Consumer.open()) {
            hook(cast.admin(), slow.url(), "some.*");
            hook(cast.admin(), quick.url(), "some.*");
            var other = hooked.cast();
            hook(other.admin(), quick.url(), "some.*");
            hooked.happens(cast, "some.happened", 60);
            var sending = dispatching.in(cast.practice());
            assertThat(until(SOON, () -> quick.heard().size() == 60)).isTrue();
            hooked.happens(cast, "some.happened", 30);
            hooked.happens(other, "some.happened", 5);
            // what a transaction under way holds back is sent the next time, as on any replica
            assertThat(until(SOON, () -> {
                        dispatching.in(cast.practice());
                        dispatching.in(other.practice());
                        return quick.heard().size() == 95;
                    }))
                    .isTrue();
            assertThat(slow.heard())
                    .as("as many at once as one endpoint is given")
                    .hasSize(Round.LANES);
            cast.clinician().asks().get("/v1/clients").then().statusCode(200);
            go.countDown();
            sending.get(60, TimeUnit.SECONDS);
            assertThat(until(SOON, () -> {
                        hooked.send(cast);
                        return slow.heard().size() == 90;
                    }))
                    .isTrue();
        }
    }

    @Test
    void whoNeverAnswersIsGivenTenSecondsAndThenTriedAgain() throws Exception {
        var never = new CountDownLatch(1);
        // who would give it longer hears that all is well; a machine under load makes both wait
        try (var consumer = Consumer.open().saysAfter(never, TEN_SECONDS.multipliedBy(2), 204)) {
            var hook = hook(cast.admin(), consumer.url(), "some.*");
            hooked.happens(cast, "some.happened", 1);
            var began = System.nanoTime();
            hooked.send(cast);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(TEN_SECONDS);
            reads(cast.admin(), hook).body("health.lastFault", equalTo("no-answer"));
            never.countDown();
        }
    }

    @Test
    void anEndpointThatFailsAgainAndAgainIsLeftAloneAndTriedOnceNowAndThen() throws Exception {
        try (var consumer = Consumer.open().says(heard -> 503)) {
            var hook = hook(cast.admin(), consumer.url(), "some.*");
            hooked.happens(cast, "some.happened", 100);
            hooked.send(cast);
            var calls = consumer.heard().size();
            assertThat(calls).isBetween(BackOff.BREAKS_AT, 3 * Round.LANES);
            reads(cast.admin(), hook)
                    .body("health.state", equalTo("paused"))
                    .body("health.pausedUntil", notNullValue());
            hooked.send(cast);
            assertThat(consumer.heard()).as("it is left alone").hasSize(calls);
            people.run(cast.practice(), "update webhook_standing set paused_until = now()");
            hooked.send(cast);
            assertThat(consumer.heard()).as("one sees whether it is back").hasSize(calls + 1);
            consumer.says(heard -> 204);
            consumer.forget();
            people.run(cast.practice(), "update webhook_standing set paused_until = now()");
            hooked.send(cast);
            assertThat(consumer.heard())
                    .as("and then all is sent, whose time had not come too")
                    .hasSize(100);
            assertThat(hooked.count(cast, "delivered")).isEqualTo(100);
        }
    }

    @Test
    void aKilledOneLosesNothingAndWhatItHadSentComesTwiceWithOneId() throws Exception {
        try (var consumer = Consumer.open()) {
            hook(cast.admin(), consumer.url(), "some.*");
            hooked.happens(cast, "some.happened", 3);
            follows();
            var taken = claimed();
            assertThat(taken.get(0).letters()).hasSize(3);
            hooked.send(cast);
            assertThat(consumer.heard()).as("somebody is at it").isEmpty();
            people.run(cast.practice(), "update webhook_delivery set next_at = next_at - interval '4 minutes'");
            hooked.send(cast);
            assertThat(consumer.heard().stream().map(Heard::id))
                    .containsExactlyInAnyOrderElementsOf(taken.get(0).letters().stream()
                            .map(letter -> letter.event().id().toString())
                            .toList());
        }
    }

    @Test
    void whatIsBeingSentIsNeitherSentByAnotherNorGivenUpMeanwhile() throws Exception {
        try (var consumer = Consumer.open()) {
            var hook = hook(cast.admin(), consumer.url(), "some.*");
            hooked.happens(cast, "some.happened", 1);
            follows();
            var event = claimed().get(0).letters().get(0).event().id();
            replays(hook, "deliveries/" + event + "/replay", "").body("queued", equalTo(1));
            hooked.send(cast);
            assertThat(consumer.heard()).as("somebody is at it").isEmpty();
            people.run(cast.practice(), "update webhook_delivery set give_up_at = now() - interval '11 minutes'");
            practices.<Boolean>within(cast.practice(), sweeping::tick);
            assertThat(hooked.count(cast, "sending")).isOne();
            people.run(cast.practice(), "update webhook_delivery set next_at = now() - interval '1 second'");
            practices.<Boolean>within(cast.practice(), sweeping::tick);
            assertThat(hooked.count(cast, "dead"))
                    .as("nobody is at it any more")
                    .isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasAskedForAgainWhileItWasSentIsTriedForThreeDaysAnew(boolean withAllThatWasMissed) throws Exception {
        replayedWhileItIsSent("give_up_at = now()", withAllThatWasMissed);
        assertThat(hooked.count(cast, "waiting")).isOne();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasAskedForAgainWhileItWasSentIsTriedAgainSoon(boolean withAllThatWasMissed) throws Exception {
        replayedWhileItIsSent("tries = 8", withAllThatWasMissed);
        assertThat(
                        people.count(
                                cast.practice(),
                                "select count(*) from webhook_delivery where state = 'waiting' and next_at <= now() + interval '6 seconds'"))
                .isOne();
    }

    /** One event, whose endpoint does not take it. */
    private void replayedWhileItIsSent(String before, boolean withAllThatWasMissed) throws Exception {
        var go = new CountDownLatch(1);
        try (var consumer = Consumer.open().saysAfter(go, SOON, 500)) {
            var hook = hook(cast.admin(), consumer.url(), "some.*");
            hooked.happens(cast, "some.happened", 1);
            // of an id that begins with its time, as those of the service do
            people.run(
                    cast.practice(),
                    "update outbox_event set id = 'fffffff0-0000-7000-8000-000000000001' where kind = 'some.happened'");
            follows();
            people.run(cast.practice(), "update webhook_delivery set " + before);
            var sending = dispatching.in(cast.practice());
            assertThat(until(SOON, () -> !consumer.heard().isEmpty())).isTrue();
            if (withAllThatWasMissed) {
                var since = Instant.now().minusSeconds(3600);
                replays(hook, "replays", "{\"since\": \"%s\", \"which\": \"missed\"}".formatted(since))
                        .body("queued", equalTo(1));
            } else {
                replays(hook, "deliveries/" + consumer.heard().get(0).id() + "/replay", "");
            }
            go.countDown();
            sending.get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void whoAsksForMoreHearsOfWhatHappensFromThenOn() throws Exception {
        try (var consumer = Consumer.open()) {
            var hook = hook(cast.admin(), consumer.url(), "some.*");
            hooked.happens(cast, "some.before", 1);
            hooked.happens(cast, "other.before", 1);
            asksFor(cast.admin(), hook, consumer.url(), "disabled", "other.*", "webhook.*")
                    .statusCode(200);
            hooked.happens(cast, "other.meanwhile", 1);
            hooked.happens(cast, "third.meanwhile", 1);
            asksFor(cast.admin(), hook, consumer.url(), "enabled", "third.*").statusCode(200);
            hooked.happens(cast, "third.since", 1);
            hooked.send(cast);
            hooked.send(cast);
            assertThat(consumer.heard().stream().map(Heard::type))
                    .filteredOn(type -> !type.startsWith("webhook."))
                    .containsExactlyInAnyOrder("some.before", "other.meanwhile", "third.since");
        }
    }

    @Test
    void whatWaitedTooLongForItsTurnIsKeptForLongerAndSentButForWhatOthersTook() throws Exception {
        try (var consumer = Consumer.open()) {
            hook(cast.admin(), consumer.url(), "some.*");
            hooked.happens(cast, "some.happened", 3);
            follows();
            var taken = claimed().get(0);
            assertThat(taken.takenUntil()).isAfter(Instant.now().plus(Duration.ofMinutes(2)));
            var late = new ClaimingDeliveries.Batch(
                    taken.webhook(),
                    taken.url(),
                    taken.secrets(),
                    taken.letters(),
                    Instant.now().plusSeconds(59));
            people.run(cast.practice(), "update webhook_delivery set next_at = now() + interval '59 seconds'");
            var others = taken.letters().get(0).event().id();
            people.run(
                    cast.practice(), "update webhook_delivery set attempts = attempts + 1 where event_id = ?", others);
            assertThat(dispatching.send(cast.practice(), late).get(60, TimeUnit.SECONDS))
                    .hasSize(2)
                    .allSatisfy(one -> assertThat(one.answer()).isNotNull());
            assertThat(consumer.heard()).extracting(Heard::id).hasSize(2).doesNotContain(others.toString());
            assertThat(people.count(
                            cast.practice(),
                            "select count(*) from webhook_delivery where next_at > now() + interval '2 minutes' and event_id <> ?",
                            others))
                    .as("nobody else takes them meanwhile")
                    .isEqualTo(2);
        }
    }

    @Test
    void withoutNewsNothingIsWrittenButNowAndThen() throws Exception {
        hook(cast.admin(), "http://127.0.0.1:9/", "some.*");
        follows();
        var written = "select xmin::text::bigint from webhook_standing";
        var before = people.count(cast.practice(), written);
        hooked.happens(cast, "other.happened", 1);
        follows();
        assertThat(people.count(cast.practice(), written)).isEqualTo(before);
        people.run(cast.practice(), "update webhook_standing set followed_at = followed_at - interval '30 seconds'");
        before = people.count(cast.practice(), written);
        follows();
        assertThat(people.count(cast.practice(), written)).isEqualTo(before);
        people.run(cast.practice(), "update webhook_standing set followed_at = followed_at - interval '30 seconds'");
        before = people.count(cast.practice(), written);
        follows();
        assertThat(people.count(cast.practice(), written)).isNotEqualTo(before);
    }

    @Test
    void manyWhoFollowAtOnceFindEachOnceAndNothingFromBeforeThereWasAWebhook() throws Exception {
        hooked.happens(cast, "some.before", 5);
        hook(cast.admin(), "http://127.0.0.1:9/", "some.*");
        for (var i = 0; i < 20; i++) {
            hooked.happens(cast, "some.happened", 1);
            AtOnce.times(6, () -> {
                follows();
                return true;
            });
        }
        assertThat(until(SOON, () -> {
                    follows();
                    return hooked.count(cast, "waiting") >= 20;
                }))
                .isTrue();
        assertThat(hooked.count(cast, "waiting")).isEqualTo(20);
        assertThat(people.count(cast.practice(), "select count(*) from webhook_delivery where type = 'some.before'"))
                .isZero();
    }

    @Test
    void manyReplicasSendEachOnce() throws Exception {
        try (var consumer = Consumer.open()) {
            hook(cast.admin(), consumer.url(), "some.*");
            hooked.happens(cast, "some.happened", 150);
            follows();
            var taken = AtOnce.times(8, this::claimed);
            assertThat(taken.stream().flatMap(List::stream).flatMap(batch -> batch.letters().stream()))
                    .extracting(letter -> letter.event().id())
                    .hasSizeGreaterThan(ClaimingDeliveries.AT_ONCE)
                    .doesNotHaveDuplicates();
            assertThat(hooked.count(cast, "sending") + hooked.count(cast, "waiting"))
                    .isEqualTo(150);
            assertThat(people.count(cast.practice(), "select max(attempts) from webhook_delivery"))
                    .as("taken by one of them")
                    .isOne();
            people.run(cast.practice(), "update webhook_delivery set next_at = now(), state = 'waiting'");
            AtOnce.times(4, () -> {
                hooked.send(cast);
                return true;
            });
            assertThat(until(SOON, () -> hooked.count(cast, "delivered") == 150))
                    .isTrue();
            assertThat(consumer.heard()).hasSize(150);
            assertThat(consumer.heard().stream().map(Heard::id)).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatCommitsLateIsSentThoughALaterOneWasSentBefore() throws Exception {
        try (var consumer = Consumer.open()) {
            hook(cast.admin(), consumer.url(), "late.*", "early.*");
            var written = new CountDownLatch(1);
            var go = new CountDownLatch(1);
            var late = java.util.concurrent.CompletableFuture.runAsync(() ->
                    practices.<Boolean>within(cast.practice(), () -> {
                        try (var connection = people.connection();
                                var insert = connection.prepareStatement("""
                                        insert into outbox_event (practice_id, id, kind, about_id, payload, occurred_at)
                                        values (kith_practice(), gen_random_uuid(), 'late.written', gen_random_uuid(), '{}', now())
                                        """)) {
                            insert.executeUpdate();
                        }
                        written.countDown();
                        return go.await(30, TimeUnit.SECONDS);
                    }));
            written.await();
            hooked.happens(cast, "early.committed", 1);
            hooked.send(cast);
            assertThat(consumer.heard().stream().map(Heard::type)).containsExactly("early.committed");
            go.countDown();
            late.get();
            hooked.send(cast);
            hooked.send(cast);
            assertThat(consumer.heard().stream().map(Heard::type)).containsExactly("early.committed", "late.written");
        }
    }

    @Test
    void afterThreeDaysItIsGivenUpSeenAndReplayed() throws Exception {
        try (var consumer = Consumer.open().says(heard -> 500)) {
            var hook = hook(cast.admin(), consumer.url(), "some.*");
            hooked.happens(cast, "some.happened", 2);
            hooked.send(cast);
            people.run(cast.practice(), "update webhook_delivery set give_up_at = now(), next_at = now()");
            hooked.send(cast);
            var dead = deliveries(cast.admin(), hook, "&state=dead");
            assertThat(dead).hasSize(2).allSatisfy(one -> assertThat(one).containsEntry("nextAttemptAt", null));
            reads(cast.admin(), hook).body("health.dead", equalTo(2));
            consumer.says(heard -> 204);
            consumer.forget();
            var event = dead.get(0).get("eventId");
            replays(hook, "deliveries/" + event + "/replay", "").body("queued", equalTo(1));
            hooked.send(cast);
            assertThat(consumer.heard())
                    .singleElement()
                    .satisfies(one -> assertThat(one.id()).isEqualTo(event));
            assertThat(people.count(
                            cast.practice(), "select count(*) from audit_entry where action = 'webhook.replayed'"))
                    .isOne();
        }
    }

    @Test
    void whatNobodyTriedInThreeDaysIsGivenUpToo() throws Exception {
        try (var consumer = Consumer.open()) {
            var hook = hook(cast.admin(), consumer.url(), "some.*");
            hooked.happens(cast, "some.happened", 1);
            follows();
            people.run(
                    cast.practice(),
                    "update webhook_delivery set give_up_at = now() - interval '11 minutes', next_at = now() + interval '1 day'");
            practices.<Boolean>within(cast.practice(), sweeping::tick);
            assertThat(deliveries(cast.admin(), hook, "&state=dead")).hasSize(1);
        }
    }

    @Test
    void eventsSinceATimeAreSentAgainThoseThatWereMissedOrAll() throws Exception {
        hooked.happens(cast, "some.before", 1);
        var since = Instant.now().minusSeconds(3600);
        try (var consumer = Consumer.open()) {
            var hook = hook(cast.admin(), consumer.url(), "some.*");
            hooked.happens(cast, "some.happened", 2);
            hooked.send(cast);
            assertThat(consumer.heard()).as("from its registration on").hasSize(2);
            // of ids that begin with their time, as those of the service do
            people.run(
                    cast.practice(),
                    "update outbox_event set id = 'fffffff0-0000-7000-8000-000000000001' where kind = 'some.before'");
            replays(hook, "replays", "{\"since\": \"%s\", \"which\": \"missed\"}".formatted(since))
                    .body("next", nullValue());
            hooked.send(cast);
            assertThat(consumer.heard("some.before")).hasSize(1);
            assertThat(consumer.heard()).hasSize(3);
            var before = consumer.heard().size();
            replays(hook, "replays", "{\"since\": \"%s\", \"which\": \"all\"}".formatted(since));
            hooked.send(cast);
            assertThat(consumer.heard().size()).isGreaterThan(before);
            assertThat(new HashSet<>(consumer.heard().stream().map(Heard::id).toList()))
                    .hasSize(3);
        }
    }

    @Test
    void aTestIsSentToThatWebhookAloneAndIsNoEventOfThePractice() throws Exception {
        try (var consumer = Consumer.open();
                var other = Consumer.open()) {
            var hook = hook(cast.admin(), consumer.url(), "some.*");
            hook(cast.admin(), other.url());
            var event = tested(hook);
            hooked.send(cast);
            assertThat(consumer.heard()).singleElement().satisfies(one -> {
                assertThat(one.id()).isEqualTo(event);
                assertThat(one.subject()).isEqualTo(hook.id());
            });
            assertThat(other.heard("webhook.tested")).isEmpty();
            assertThat(people.count(cast.practice(), "select count(*) from outbox_event where kind = 'webhook.tested'"))
                    .isZero();
        }
    }

    @Test
    void anotherPracticesEventsAreNeverSent() throws Exception {
        var other = hooked.cast();
        try (var consumer = Consumer.open()) {
            hook(cast.admin(), consumer.url());
            hooked.answer(other);
            hooked.answer(cast);
            hooked.send(other);
            hooked.send(cast);
            assertThat(consumer.heard().stream().map(Heard::body))
                    .anyMatch(body -> body.contains(cast.client().id().toString()))
                    .noneMatch(body -> body.contains(other.client().id().toString()));
        }
    }

    @Test
    void practicesWithWebhooksAreFoundAndNoOthers() throws Exception {
        var without = hooked.cast();
        var hook = hook(cast.admin(), "http://127.0.0.1:9/");
        assertThat(following.practices()).contains(cast.practice()).doesNotContain(without.practice());
        writes(cast.admin(), hook, "http://127.0.0.1:9/", "disabled").statusCode(200);
        assertThat(following.practices()).doesNotContain(cast.practice());
    }

    private List<String> alerts() {
        return cast.clinician()
                .asks()
                .get("/v1/alerts?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.kind == 'answer' }.id");
    }

    private String rotated(Hooked.Hook hook) {
        return cast.admin()
                .asks()
                .post("/v1/webhooks/" + hook.id() + "/secret")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    private String tested(Hooked.Hook hook) {
        return cast.admin()
                .asks()
                .post("/v1/webhooks/" + hook.id() + "/test")
                .then()
                .statusCode(202)
                .extract()
                .path("eventId");
    }

    private io.restassured.response.ValidatableResponse replays(Hooked.Hook hook, String what, String body) {
        var call = cast.admin().asks();
        return (body.isEmpty() ? call : call.body(body))
                .post("/v1/webhooks/" + hook.id() + "/" + what)
                .then()
                .statusCode(202);
    }

    private static void verify(String secret, Heard heard) throws Exception {
        new com.standardwebhooks.Webhook(secret).verify(heard.body(), lower(heard));
    }

    private static java.util.Map<String, List<String>> lower(Heard heard) {
        var headers = new java.util.HashMap<String, List<String>>();
        heard.headers().forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values));
        return headers;
    }

    private void follows() {
        practices.<Boolean>within(cast.practice(), () -> {
            following.follow(clock.instant());
            return true;
        });
    }

    private List<ClaimingDeliveries.Batch> claimed() {
        return practices.<List<ClaimingDeliveries.Batch>>within(
                cast.practice(), () -> claiming.claim(List.of(), clock.instant()));
    }
}
