package dev.kith.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.kith.house.Consumer;
import dev.kith.house.Jdks;
import dev.kith.time.Ids;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call goes to the address that was looked at, and the certificate has to be of the name. */
class PinnedCallTest {
    private static final String PASSWORD = "only for this test";
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @TempDir
    static Path home;

    private static Vertx vertx;
    private static Path keys;

    @BeforeAll
    static void prepare() throws Exception {
        vertx = Vertx.vertx();
        keys = home.resolve("keys.p12");
        var made = new ProcessBuilder(
                        Jdks.own().resolve("bin/keytool").toString(),
                        "-genkeypair",
                        "-alias",
                        "hook",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=hooks.example",
                        "-ext",
                        "san=dns:hooks.example,ip:2606:4700::1",
                        "-keystore",
                        keys.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(made.exitValue()).isZero();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aNameThatNobodyKnowsIsCalledAtTheAddressThatWasFound() throws Exception {
        try (var consumer = consumer()) {
            assertThat(call(trusting(), "hooks.example", consumer.port())).isEqualTo(Answer.of(204));
            var heard = consumer.heard().get(0);
            assertThat(heard.header("host")).isEqualTo("hooks.example:" + consumer.port());
        }
    }

    @Test
    void anAddressOfVersionSixIsNamedInBrackets() throws Exception {
        try (var consumer = Consumer.open()) {
            var answer = call(new HttpClientOptions(), new Target(false, "2606:4700::1", consumer.port(), "/kith"));
            assertThat(answer).isEqualTo(Answer.of(204));
            assertThat(consumer.heard().get(0).header("host")).isEqualTo("[2606:4700::1]:" + consumer.port());
        }
    }

    @Test
    void anAddressOfVersionSixIsCalledWhereItsCertificateIsGood() throws Exception {
        try (var consumer = consumer()) {
            assertThat(call(trusting(), "2606:4700::1", consumer.port())).isEqualTo(Answer.of(204));
        }
    }

    @Test
    void aCertificateOfAnotherNameIsNotGood() throws Exception {
        try (var consumer = consumer()) {
            assertThat(call(trusting(), "other.example", consumer.port())).isEqualTo(Answer.none(Fault.NOT_CONNECTED));
            assertThat(consumer.heard()).isEmpty();
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotGood() throws Exception {
        try (var consumer = consumer()) {
            assertThat(call(new HttpClientOptions(), "hooks.example", consumer.port()))
                    .isEqualTo(Answer.none(Fault.NOT_CONNECTED));
            assertThat(consumer.heard()).isEmpty();
        }
    }

    @Test
    void whereNobodyListensThereIsNoAnswer() throws Exception {
        var consumer = consumer();
        var port = consumer.port();
        consumer.close();
        assertThat(call(trusting(), "hooks.example", port)).isEqualTo(Answer.none(Fault.NOT_CONNECTED));
    }

    private static Answer call(HttpClientOptions options, String host, int port) throws Exception {
        return call(options, new Target(true, host, port, "/kith"));
    }

    private static Answer call(HttpClientOptions options, Target target) throws Exception {
        var json = new ObjectMapper().registerModule(new JavaTimeModule());
        var courier = new Courier(vertx, json, Clock.systemUTC(), options);
        var event = new EventView(Ids.next(), "some.happened", Instant.EPOCH, Ids.next(), null);
        return courier.send(target, HERE, List.of(new byte[32]), event).get(30, TimeUnit.SECONDS);
    }

    private static HttpClientOptions trusting() {
        return new HttpClientOptions()
                .setTrustOptions(new PfxOptions().setPath(keys.toString()).setPassword(PASSWORD));
    }

    private static Consumer consumer() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        try (var file = Files.newInputStream(keys)) {
            store.load(file, PASSWORD.toCharArray());
        }
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return Consumer.over(server(context));
    }

    private static HttpsServer server(SSLContext context) throws IOException {
        var server = HttpsServer.create(new InetSocketAddress(HERE, 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }
}
