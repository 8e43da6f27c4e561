package dev.kith.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * How the service reaches its database.
 *
 * @param role what the serving account acts as from its first statement on, and falls back to on RESET; null: itself
 * @param app the name of the role that serves, for the migrations
 * @param reader the name of the role that only reads, for the migrations
 */
record Access(
        String url, Account owner, Account server, @Nullable String role, String app, String reader) {
    private static final String LIMITS =
            "-c statement_timeout=10s -c lock_timeout=5s -c idle_in_transaction_session_timeout=30s";

    Map<String, String> properties() {
        return Map.ofEntries(
                property("quarkus.datasource.jdbc.url", url),
                property("quarkus.datasource.username", server.user()),
                property("quarkus.datasource.password", server.password()),
                property("quarkus.datasource.jdbc.additional-jdbc-properties.options", sessionOptions()),
                property(
                        "quarkus.flyway.jdbc-url",
                        url + (url.contains("?") ? "&" : "?") + "logServerErrorDetail=false"),
                property("quarkus.flyway.username", owner.user()),
                property("quarkus.flyway.password", owner.password()),
                property("quarkus.flyway.placeholders.app", app),
                property("quarkus.flyway.placeholders.reader", reader),
                property("kith.db.one-role", Boolean.toString(role == null && owner.equals(server))));
    }

    /** Connects as the service will. */
    Connection serve() throws SQLException {
        return connect(url, server, sessionOptions());
    }

    static Connection connect(String url, Account account, String options) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", account.user());
        properties.setProperty("password", account.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("options", options);
        return DriverManager.getConnection(url, properties);
    }

    private String sessionOptions() {
        if (role == null) return LIMITS;
        return LIMITS + " -c role=" + role.replaceAll("([\\\\\\s])", "\\\\$1");
    }

    /** The configuration expands dollar signs; what stands here is meant as it is. */
    private static Map.Entry<String, String> property(String name, String value) {
        return Map.entry(name, value.replace("$", "\\$"));
    }

    @Override
    public String toString() {
        return "Access[" + server + "]";
    }
}
