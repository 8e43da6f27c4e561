package dev.kith.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a webhook may be sent, as an installation has it that does not let this machine through. */
class TargetTest {
    private final GivenNames names = new GivenNames();
    private final Targets targets = targets(false);

    @ParameterizedTest
    @CsvSource({
        "https://a.example, true, a.example, 443, /",
        "https://a.example:8443/x/y?z=%20, true, a.example, 8443, /x/y?z=%20",
        "HTTPS://A.example/, true, A.example, 443, /",
        "http://127.0.0.1:80, false, 127.0.0.1, 80, /",
        "https://[2606:4700::1]/h, true, 2606:4700::1, 443, /h"
    })
    void anAddressIsTakenApart(String url, boolean secure, String host, int port, String path) {
        assertThat(Target.read(url)).contains(new Target(secure, host, port, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.example",
                "//a.example",
                "ftp://a.example",
                "file:///etc/passwd",
                "https://",
                "https:///x",
                "https://:443/",
                "https://user@a.example/",
                "https://user:secret@a.example/",
                "https://a.example/#part",
                "https://a.example:0/",
                "https://a.example:65536/",
                "https://a.example/ x",
                "https://ex\u00e4mple.example/",
                "https://a_b.example/",
                "https://a.example\\@b.example/",
                "https://[fe80::1%25eth0]/",
                "javascript:alert(1)",
                "mailto:a@b.example"
            })
    void whatIsNoAddressOfAHostIsRefused(String url) {
        assertThat(Target.read(url)).isEmpty();
        refused(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://good.example/",
                "https://127.0.0.1/",
                "https://localhost/",
                "https://[::1]/",
                "https://10.1.2.3/",
                "https://169.254.169.254/latest/meta-data",
                "https://[fd00::1]/",
                "https://2130706433/",
                "https://0.0.0.0/",
                "https://127.1/",
                "https://private.example/",
                "https://half.example/",
                "https://nowhere.example/",
                "https://none.example/"
            })
    void whatDoesNotLeadOutIsRefused(String url) {
        names.lead("good.example", "8.8.8.8");
        names.lead("private.example", "192.168.0.7");
        names.lead("half.example", "8.8.8.8", "10.0.0.1");
        names.lead("none.example");
        refused(url);
    }

    @Test
    void whatLeadsOutIsGoodAndTheAddressFoundIsKept() {
        names.lead("good.example", "8.8.8.8", "8.8.4.4");
        var target = targets.require("https://good.example/kith");
        assertThat(targets.pin(target).address()).isEqualTo(GivenNames.literal("8.8.8.8"));
    }

    @Test
    void forTryingThisMachineIsLetThroughAndNoOther() {
        var trying = targets(true);
        assertThat(trying.require("http://127.0.0.1:9000/").secure()).isFalse();
        assertThatThrownBy(() -> trying.require("http://8.8.8.8/")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> trying.require("https://10.0.0.1/")).isInstanceOf(ProblemException.class);
    }

    private void refused(String url) {
        assertThatThrownBy(() -> targets.require(url)).isInstanceOf(ProblemException.class);
    }

    private Targets targets(boolean loopback) {
        var targets = new Targets();
        targets.names = names;
        targets.loopback = loopback;
        return targets;
    }
}
