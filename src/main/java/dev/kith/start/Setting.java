package dev.kith.start;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every setting there is: whatever else begins with {@code KITH_} or {@code kith.} stops the start. A room adds its line here. */
public enum Setting {
    DATA_DIR(
            "data-dir", Kind.TEXT, "./data", "where the embedded PostgreSQL and the keys made on first start are kept"),
    DB_URL(
            "db.url",
            Kind.TEXT,
            "",
            "a PostgreSQL (15 to 18) of your own, jdbc:postgresql://...; without it the embedded one runs"),
    DB_USER("db.user", Kind.TEXT, "", "who serves; migrates too when no owner is named"),
    DB_PASSWORD("db.password", Kind.SECRET, "", "password of db.user"),
    DB_OWNER_USER("db.owner-user", Kind.TEXT, "", "who owns the tables and migrates"),
    DB_OWNER_PASSWORD("db.owner-password", Kind.SECRET, "", "password of db.owner-user"),
    DB_READER("db.reader", Kind.TEXT, "", "name of a role that may read all tables"),
    DB_ONE_ROLE("db.one-role", Kind.BOOLEAN, "false", "found out at start: whether the owner of the tables serves"),
    DEMO("demo", Kind.BOOLEAN, "false", "whether the demo practices are made"),
    SETUP_TOKEN("setup-token", Kind.SECRET, "", "lets POST /v1/practices make the first practice, once"),
    SIGNING_KEY(
            "signing-key", Kind.SECRET, "", "private key of access tokens (PEM); needed with a database of your own"),
    SIGNING_KEY_FILE("signing-key-file", Kind.TEXT, "", "file with the private key of access tokens (PEM)"),
    PREVIOUS_KEYS_FILE(
            "previous-keys-file",
            Kind.TEXT,
            "",
            "file with the public keys of signing keys that were rotated out, which still verify (PEM)"),
    ISSUER("issuer", Kind.URL, "https://kith.localhost", "issuer of access tokens, where their keys are looked for"),
    MAIL_FROM(
            "mail.from",
            Kind.MAIL,
            "",
            "the address that e-mails come from, by the server that QUARKUS_MAILER_HOST and its siblings name; without it none is sent"),
    LIMITS_REQUESTS_PER_MINUTE(
            "limits.requests-per-minute", Kind.COUNT, "60000", "requests of one principal in a minute"),
    LIMITS_IN_FLIGHT("limits.in-flight", Kind.COUNT, "256", "requests worked on at once before others are turned away"),
    LIMITS_PRINCIPALS(
            "limits.principals",
            Kind.COUNT,
            "10000",
            "principals whose requests are counted; beyond, the idlest is forgotten"),
    JOBS_EVERY("jobs.every", Kind.INTERVAL, "30s", "how often each replica looks for work that is due, or off"),
    WEBHOOKS_EVERY(
            "webhooks.every",
            Kind.INTERVAL,
            "2s",
            "how often each replica looks for events to send to webhooks, or off"),
    WEBHOOKS_LOOPBACK(
            "webhooks.loopback",
            Kind.BOOLEAN,
            "false",
            "for trying only: webhooks may call this machine itself, also by http");

    /** What a value looks like. */
    enum Kind {
        TEXT(".+", "text"),
        SECRET(".+", "text"),
        BOOLEAN("true|false", "true or false"),
        COUNT("[1-9]\\d{0,8}", "a whole number from 1 on"),
        INTERVAL("[1-9]\\d{0,4}[smh]|off", "a time such as 30s, 5m or 1h, or off"),
        MAIL("[^\\s<>,;:\"@]+@[^\\s<>,;:\"@]+", "an e-mail address"),
        URL("https?://\\S+", "an http or https address");

        final String pattern;
        final String words;

        Kind(String pattern, String words) {
            this.pattern = "(?s)" + pattern;
            this.words = words;
        }
    }

    private final String key;
    private final Kind kind;
    private final String byDefault;
    private final String meaning;

    Setting(String key, Kind kind, String byDefault, String meaning) {
        this.key = key;
        this.kind = kind;
        this.byDefault = byDefault;
        this.meaning = meaning;
    }

    static Optional<Setting> of(String name) {
        return Arrays.stream(values())
                .filter(setting -> setting.environment().equals(environment(name)))
                .findFirst();
    }

    /** As in application.properties: {@code kith.data-dir}. */
    public String property() {
        return "kith." + key;
    }

    /** As in the environment: {@code KITH_DATA_DIR}. */
    public String environment() {
        return environment(property());
    }

    static String environment(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    public String byDefault() {
        return byDefault;
    }

    public String meaning() {
        return meaning;
    }

    boolean allows(String value) {
        return value.matches(kind.pattern);
    }

    /** For the operator; a secret is never repeated. */
    String complaint(String value) {
        return environment() + (kind == Kind.SECRET ? "" : "=" + value) + " is to be " + kind.words;
    }

    /** Its row in the README's table. */
    String row() {
        return "| `%s` | %s | %s |".formatted(environment(), byDefault.isEmpty() ? "" : "`" + byDefault + "`", meaning);
    }
}
