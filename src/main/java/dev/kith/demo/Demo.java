package dev.kith.demo;

import dev.kith.database.RefusedToStart;
import dev.kith.tenancy.Practices;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the demo practices once, where they were asked for, and says how to sign in. */
@Singleton
class Demo {
    /** Of everybody in the demo. It protects nothing: whoever runs the demo has read it here. */
    static final String PASSWORD = "trust-small-steps";

    private static final int AFTER_THE_LIBRARY = 100;

    @ConfigProperty(name = "kith.demo", defaultValue = "false")
    boolean wanted;

    @Inject
    AgroalDataSource database;

    @Inject
    Practices practices;

    @Inject
    Willow willow;

    @Inject
    Harbour harbour;

    void make(@Observes @Priority(AFTER_THE_LIBRARY) StartupEvent start) throws SQLException {
        if (!wanted) {
            return;
        }
        if (practices.outside(() -> holds(false))) {
            throw new RefusedToStart("KITH_DEMO is on, but this database holds a real practice: use another database");
        }
        if (!practices.outside(() -> holds(true))) {
            willow.make();
            harbour.make();
        }
        Log.infof(
                "Demo practices are ready. Sign in at POST /v1/sessions as clinician@willow.example, client@willow.example,"
                        + " admin@willow.example, supervisor@willow.example, clinician2@willow.example or"
                        + " clinician@harbour.example with the password %s; try it at /q/swagger-ui.",
                PASSWORD);
    }

    private boolean holds(boolean demo) throws SQLException {
        try (var connection = database.getConnection();
                var ask = connection.prepareStatement("select 1 from kith_practices(?)")) {
            ask.setBoolean(1, demo);
            try (var row = ask.executeQuery()) {
                return row.next();
            }
        }
    }
}
